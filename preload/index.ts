import { contextBridge, ipcRenderer } from 'electron';

/** What the page may know of its host. Nothing here takes code, and nothing hands out a channel. */
export interface PushdeskBridge {
  readonly host: 'desktop';
  readonly platform: string;
  readonly version: string;
}

/** Message by which the page hands over one end of a channel, and the channel it goes on by. */
const connectMessage = 'pushdesk:connect';

/** The window passes the version as a switch, since a sandboxed preload can read no file. */
function versionOf(switches: readonly string[]): string {
  const name = '--pushdesk-version=';
  return switches.find((each) => each.startsWith(name))?.slice(name.length) ?? '';
}

const bridge: PushdeskBridge = Object.freeze({
  host: 'desktop',
  platform: process.platform,
  version: versionOf(process.argv),
});

contextBridge.exposeInMainWorld('pushdesk', bridge);

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  const isOurs = event.source === window && event.origin === window.location.origin;
  if (!isOurs || event.data !== connectMessage || port === undefined) return;
  ipcRenderer.postMessage(connectMessage, null, [port]);
});
