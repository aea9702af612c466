/**
 * What the web page may load and speak to: this origin alone and, where people sign in with an issuer, that issuer. Nothing
 * inline runs, so that a text which comes into the page as markup does nothing.
 */
export const pagePolicy = (authority: string | undefined): string => {
  const issuer = authority === undefined ? [] : [new URL(authority).origin];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'connect-src': ["'self'", ...issuer],
    'form-action': ["'self'", ...issuer],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
};
