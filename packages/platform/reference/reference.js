// The page around Swagger UI: which document is shown, what of it is found, and in whose name requests are tried.

const main = document.getElementById('reference');
const caller = document.getElementById('caller');
const choice = document.getElementById('choice');
const select = document.getElementById('document');
const search = document.getElementById('search');

const documents = Object.entries(JSON.parse(main.dataset.documents));
const { key: exampleKey, signIn } = main.dataset;

/** The document that the address names, or the first. */
const chosen = () => {
  const name = new URLSearchParams(location.search).get('interface');
  return documents.find(([one]) => one === name) ?? documents[0];
};

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A key is used once: a second press is a second command. */
const withNewKey = (request) => {
  const name = Object.keys(request.headers ?? {}).find((one) => one.toLowerCase() === 'idempotency-key');
  if (name !== undefined && request.headers[name] === exampleKey) request.headers[name] = newKey();
  return request;
};

/**
 * Refusals are shown by their words and codes alone: what they look like is the same everywhere, stands in the
 * introduction, and would be three quarters of what Swagger UI has to work through.
 */
const withBriefRefusals = (response) => {
  if (!documents.some(([, address]) => response.url.endsWith(address))) return response;
  const whole = JSON.parse(response.text);
  for (const methods of Object.values(whole.paths)) {
    for (const { responses } of Object.values(methods)) {
      for (const [status, { description }] of Object.entries(responses)) {
        if (Number(status) >= 400) responses[status] = { description };
      }
    }
  }
  response.text = JSON.stringify(whole);
  return response;
};

/** Every word must stand somewhere in what an operation says of itself; Swagger UI by itself looks at groups alone. */
const searchOperations = () => ({
  fn: {
    opsFilter: (groups, phrase) => {
      const words = phrase.toLowerCase().split(/\s+/).filter(Boolean);
      const isFound = (operation, group) => {
        const says = operation.get('operation');
        const text = ['summary', 'description', 'operationId'].map((field) => says.get(field) ?? '').join(' ');
        const codes = (says.get('responses')?.toList() ?? []).map((response) => response.get('description')).join(' ');
        const all = `${group} ${operation.get('method')} ${operation.get('path')} ${text} ${codes}`.toLowerCase();
        return words.every((word) => all.includes(word));
      };
      return groups
        .map((entry, group) =>
          entry.set(
            'operations',
            entry.get('operations').filter((operation) => isFound(operation, group)),
          ),
        )
        .filter((entry) => entry.get('operations').size > 0);
    },
  },
});

const ui = window.SwaggerUIBundle({
  domNode: main,
  url: chosen()[1],
  deepLinking: documents.length === 1,
  // Who calls, at a glance; a group is opened by who belongs to it, or by what is sought.
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  defaultModelRendering: 'example',
  displayOperationId: false,
  displayRequestDuration: true,
  validatorUrl: null,
  plugins: [searchOperations],
  requestInterceptor: withNewKey,
  responseInterceptor: withBriefRefusals,
});

for (const [name] of documents) select.append(new Option(name.replaceAll('_', '-'), name));
select.value = chosen()[0];
choice.hidden = documents.length === 1;
select.addEventListener('change', () => {
  history.replaceState(null, '', `?interface=${select.value}`);
  const [, address] = chosen();
  ui.specActions.updateUrl(address);
  ui.specActions.download(address);
});

const seek = () => {
  const words = search.value.trim();
  document.body.toggleAttribute('data-searching', words !== '');
  ui.layoutActions.updateFilter(words || false);
  const groups = ui.specSelectors.specJson().get('tags');
  for (const group of groups ?? []) ui.layoutActions.show(['operations-tag', group.get('name')], words !== '');
};
/** Between two letters there is no need to look. */
const PAUSE_MS = 150;
let typed;
search.addEventListener('input', () => {
  clearTimeout(typed);
  typed = setTimeout(seek, PAUSE_MS);
});

const dark = matchMedia('(prefers-color-scheme: dark)');
const wear = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', wear);
wear();

const say = (...parts) => caller.replaceChildren(...parts);
const link = (href, text) => Object.assign(document.createElement('a'), { href, textContent: text, target: '_blank' });

const sayNobody = () => {
  if (signIn === undefined) say('What you try is sent without a credential, until you press Authorize and give one.');
  else
    say(
      'What you try is sent without a credential: ',
      link(signIn, 'sign in on the web page'),
      ' and leave it open, or press Authorize and give one.',
    );
};

/** In which the web page of this origin is read; else the browser's. What somebody else has left there is no reason to fail. */
const language = () => {
  try {
    return String(JSON.parse(localStorage.getItem('order-ledger.preferences')).language ?? navigator.language);
  } catch {
    return navigator.language;
  }
};
if (language().startsWith('ru')) {
  const note = Object.assign(document.createElement('p'), {
    id: 'language',
    lang: 'ru',
    textContent: 'Справочник только на английском, как имена полей и коды отказов в самих интерфейсах.',
  });
  caller.after(note);
}

const sessions = new BroadcastChannel('order-ledger.session');

/** What the web page of this origin tells of its session; its token stays in memory here too. */
let told;
/** For which document the session was asked for last. */
let asked;
const take = (session) => {
  if (session === null && told === undefined) return;
  told = session ?? undefined;
  if (told === undefined) {
    ui.authActions.logout(['token']);
    sayNobody();
    // Somebody may be signed in in another window.
    sessions.postMessage({ kind: 'asked' });
    return;
  }
  ui.preauthorizeApiKey('token', told.token);
  say(`What you try is sent as ${told.name} (${told.roles.join(', ')}), who is signed in on the web page.`);
};

sayNobody();
if (signIn !== undefined) {
  sessions.addEventListener('message', ({ data }) => {
    if (data.kind === 'session') take(data.session);
  });
  // Once the document is there: a credential belongs to one of its schemes. A new document knows none.
  ui.getStore().subscribe(() => {
    const loaded = ui.specSelectors.specJson().get('openapi') === undefined ? undefined : ui.specSelectors.url();
    if (loaded === asked) return;
    asked = loaded;
    if (loaded === undefined) return;
    sessions.postMessage({ kind: 'asked' });
    if (search.value !== '') seek();
  });
}
