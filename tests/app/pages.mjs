// Serves the host's page, and from another origin the frame that holds a view, with the policy that the specification prescribes.
import { createServer } from "node:http";

const policy = [
  "default-src 'none'", "script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "media-src 'self' data:",
  "connect-src 'none'", "frame-src 'none'", "object-src 'none'", "base-uri 'self'",
].join("; ");

const host = "<!doctype html><meta charset=utf-8><style>body{margin:0}iframe{display:block;border:0;width:100%}</style><body><script type=module src=/page.js></script>";

const proxy = `<!doctype html><meta charset=utf-8><style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100%}</style><script>
  let inner;
  addEventListener("message", event => {
    if (event.source === parent && event.data?.method === "ui/notifications/sandbox-resource-ready") {
      inner = document.createElement("iframe");
      inner.sandbox = event.data.params.sandbox;
      inner.srcdoc = event.data.params.html;
      document.body.append(inner);
    } else if (event.source === parent) inner?.contentWindow.postMessage(event.data, "*");
    else if (event.source === inner?.contentWindow) parent.postMessage(event.data, "*");
  });
  addEventListener("DOMContentLoaded", () => parent.postMessage({ jsonrpc: "2.0", method: "ui/notifications/sandbox-proxy-ready", params: {} }, "*"));
</script><body>`;

const listen = handler => new Promise(resolve => { const server = createServer(handler); server.listen(0, "127.0.0.1", () => resolve(server)); });

export async function servePages(script) {
  const hosting = await listen((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : host);
  });
  const sandboxing = await listen((_, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader("content-security-policy", policy.replace("frame-src 'none'", "frame-src 'self'"));
    response.end(proxy);
  });
  return {
    address: `http://127.0.0.1:${hosting.address().port}/`,
    sandbox: `http://localhost:${sandboxing.address().port}/`,
    close: () => { hosting.close(); sandboxing.close(); hosting.closeAllConnections(); sandboxing.closeAllConnections(); },
  };
}
