import { currentToken } from '../api/credential.ts';
import { currentSession, onSession } from './session.ts';

/** As the API reference of this origin listens to it (packages/platform/reference/reference.js). */
const CHANNEL = 'order-ledger.session';

/**
 * Tells the API reference, open in another window of this origin, in whose name it may try requests: when it asks, and
 * when that changes. The token goes from memory to memory; no page of another origin hears it.
 */
export const tellReference = (): void => {
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (): void => {
    const [session, token] = [currentSession(), currentToken()];
    channel.postMessage({
      kind: 'session',
      session:
        session.state === 'in' && token !== undefined
          ? { token, name: session.who.name, roles: session.who.roles }
          : null,
    });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
    // Of several windows of the page only those answer where somebody is signed in.
    if (data.kind === 'asked' && currentSession().state === 'in') tell();
  });
  onSession(tell);
};
