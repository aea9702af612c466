// What every request carries, and who is told when it does not hold any more. The session sets both: it is the one place
// that knows the token.

let token: string | undefined;
let whenRefused: () => void = () => undefined;

export const setToken = (next: string | undefined): void => {
  token = next;
};

export const currentToken = (): string | undefined => token;

export const onRefused = (tell: () => void): void => {
  whenRefused = tell;
};

export const credential = (): Record<string, string> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` };

/** A 401 is of a token that has expired or was revoked: whoever is signed in has to sign in again. */
export const noticeRefusal = (response: Response): void => {
  if (response.status === 401 && token !== undefined) whenRefused();
};
