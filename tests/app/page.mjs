// The page of a host: the official bridge on one side of a sandboxed frame, the tests on the other.
import { AppBridge, PostMessageTransport } from "@modelcontextprotocol/ext-apps/app-bridge";

let bridge, frame;

window.host = {
  /** Shows a view; ends when it has said that it is ready. */
  async open({ html, context, sandbox, capabilities }) {
    frame?.remove();
    frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts allow-same-origin";
    frame.style.width = `${context.containerDimensions.maxWidth}px`;
    document.body.style.background = context.theme === "dark" ? "#26272b" : "#f0eee6";
    const proxy = new Promise(resolve => addEventListener("message", function wait(event) {
      if (event.source === frame.contentWindow && event.data?.method === "ui/notifications/sandbox-proxy-ready") { removeEventListener("message", wait); resolve(); }
    }));
    frame.src = sandbox;
    document.body.append(frame);
    await proxy;

    bridge = new AppBridge(null, { name: "test-host", version: "1.0.0" }, capabilities ?? { serverTools: {}, updateModelContext: { text: {} } }, { hostContext: context });
    bridge.oncalltool = async params => window.callTool(params.name, params.arguments ?? {});
    bridge.onupdatemodelcontext = async params => { await window.modelHeard(params); return {}; };
    bridge.onsizechange = ({ height }) => { if (height) frame.style.height = `${height}px`; };
    bridge.onrequestdisplaymode = async ({ mode }) => ({ mode });
    const ready = new Promise(resolve => { bridge.oninitialized = resolve; });
    await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow));
    await bridge.sendSandboxResourceReady({ html, sandbox: "allow-scripts allow-same-origin" });
    await ready;
    return bridge.getAppVersion();
  },
  input: args => bridge.sendToolInput({ arguments: args }),
  result: result => bridge.sendToolResult(result),
  cancelled: reason => bridge.sendToolCancelled({ reason }),
  context: context => bridge.sendHostContextChange(context),
  teardown: () => bridge.teardownResource({}),
};
