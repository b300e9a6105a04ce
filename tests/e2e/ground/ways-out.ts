import type { Ports } from '../../witness/listeners';

/** Every way known to us by which script in a page can say something to another program or computer. */
export const waysOut = [
  ...['preconnect', 'prefetch', 'preload', 'modulepreload', 'stylesheet', 'dns-prefetch'],
  ...['beacon', 'ping', 'form', 'image', 'frame', 'object', 'video', 'font', 'popup'],
  ...['fetch', 'xhr', 'websocket', 'eventsource', 'import', 'worker', 'webtransport'],
  ...['stun', 'turn udp', 'turn tcp', 'turns', 'stun by name', 'candidate udp', 'candidate tcp'],
] as const;

/** A domain that no resolver knows, and that nobody but these tests asks for. */
export const askedDomain = 'ways-out.latchkey-test.invalid';

/**
 * Runs in a page: tries all of them, those first that say nothing about their end.
 *
 * @returns when each of the others has come to its end, or has had the seconds in which WebRTC tries what it can
 */
export async function tryWaysOut(ports: Readonly<Record<string, Ports>>): Promise<void> {
  const patience = 6_000;
  const domain = 'ways-out.latchkey-test.invalid';
  const tcp = (name: string): string => `127.0.0.1:${ports[name]?.tcp}`;
  const udp = (name: string): string => `127.0.0.1:${ports[name]?.udp}`;
  const quietly = async (task: () => unknown): Promise<void> => {
    try {
      await Promise.race([task(), new Promise((resolve) => setTimeout(resolve, patience))]);
    } catch {
      // Refused: just as well.
    }
  };
  const add = (tag: string, how: Readonly<Record<string, string>>): Promise<void> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      for (const event of ['load', 'error']) element.addEventListener(event, () => resolve());
      for (const [key, value] of Object.entries(how)) element.setAttribute(key, value);
      document.body.append(element);
    });
  const link = (rel: string, more: Readonly<Record<string, string>> = {}): unknown =>
    add('link', { rel, href: `http://${tcp(rel)}/123456`, ...more });
  const ended = (target: EventTarget, ...events: string[]): Promise<void> =>
    new Promise((resolve) => {
      for (const event of events) target.addEventListener(event, () => resolve(), { once: true });
    });

  link('preconnect');
  link('prefetch');
  link('preload', { as: 'image' });
  link('modulepreload');
  void add('link', { rel: 'dns-prefetch', href: `http://code-123456.dns-prefetch.${domain}/` });
  void add('link', { rel: 'preconnect', href: `https://code-123456.preconnect.${domain}/` });
  await quietly(() => navigator.sendBeacon(`http://${tcp('beacon')}/`, '123456'));
  await quietly(() => {
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: '#', ping: `http://${tcp('ping')}/123456` });
    document.body.append(anchor);
    anchor.click();
  });
  await quietly(() => {
    const form = document.createElement('form');
    Object.assign(form, { action: `http://${tcp('form')}/123456`, method: 'post', target: '_blank' });
    document.body.append(form);
    form.submit();
  });
  await quietly(() => window.open(`http://${tcp('popup')}/123456`));
  void add('object', { data: `http://${tcp('object')}/123456` });
  void add('iframe', { src: `http://${tcp('frame')}/123456` });

  const gathered = async (urls: string): Promise<void> => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls, username: '123456', credential: '123456' }] });
    peer.createDataChannel('code');
    const end = new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    });
    await peer.setLocalDescription(await peer.createOffer());
    await end;
    peer.close();
  };
  /** Two peers of this page, the second of which says that it is at the listener. */
  const connected = async (candidate: string): Promise<void> => {
    const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.createDataChannel('code');
    await one.setLocalDescription(await one.createOffer());
    if (one.localDescription) await two.setRemoteDescription(one.localDescription);
    await two.setLocalDescription(await two.createAnswer());
    if (two.localDescription) await one.setRemoteDescription(two.localDescription);
    const end = new Promise<void>((resolve) => {
      one.oniceconnectionstatechange = () =>
        ['failed', 'disconnected'].includes(one.iceConnectionState) && resolve();
    });
    await one.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
    await end;
    one.close();
    two.close();
  };
  const [host, port] = ['127.0.0.1', (name: string, kind: 'tcp' | 'udp') => ports[name]?.[kind]] as const;
  const worker = `
    fetch('http://${tcp('worker')}/123456', { mode: 'no-cors' }).catch(() => 0).then(() => postMessage('over'));`;
  await Promise.all(
    [
      () => add('img', { src: `http://${tcp('image')}/123456` }),
      () => link('stylesheet'),
      () =>
        ended(Object.assign(document.createElement('video'), { src: `http://${tcp('video')}/1` }), 'error'),
      () => new FontFace('code', `url(http://${tcp('font')}/123456)`).load(),
      () => fetch(`http://${tcp('fetch')}/123456`, { mode: 'no-cors' }),
      () => {
        const request = new XMLHttpRequest();
        request.open('GET', `http://${tcp('xhr')}/123456`);
        request.send();
        return ended(request, 'loadend');
      },
      () => ended(new WebSocket(`ws://${tcp('websocket')}/123456`), 'close'),
      () => ended(new EventSource(`http://${tcp('eventsource')}/123456`), 'error'),
      () => import(/* @vite-ignore */ `http://${tcp('import')}/123456.js`),
      () => ended(new Worker(URL.createObjectURL(new Blob([worker]))), 'message', 'error'),
      () => new WebTransport(`https://${udp('webtransport')}/123456`).ready,
      () => gathered(`stun:${udp('stun')}`),
      () => gathered(`turn:${udp('turn udp')}?transport=udp`),
      () => gathered(`turn:${tcp('turn tcp')}?transport=tcp`),
      () => gathered(`turns:${tcp('turns')}?transport=tcp`),
      () => gathered(`stun:code-123456.stun.${domain}:${port('stun by name', 'udp')}`),
      () => gathered(`turn:code-123456.turn.${domain}:${port('stun by name', 'tcp')}?transport=tcp`),
      () => connected(`candidate:1 1 udp 2130706431 ${host} ${port('candidate udp', 'udp')} typ host`),
      () =>
        connected(
          `candidate:1 1 tcp 1518280447 ${host} ${port('candidate tcp', 'tcp')} typ host tcptype passive`,
        ),
    ].map(quietly),
  );
}
