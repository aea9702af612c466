import type { Incident } from './incident.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whatever it is, it is shown as it stands there and never read as a part of the page. */
export const escaped = (value: unknown): string =>
  String(value)
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string)
    // What would turn the rest of a line around, or end it.
    .replace(/(?![\n\t])\p{Cc}|\p{Bidi_C}/gu, '\ufffd');

/** A piece of the page that is made already: only `html` makes it. */
interface Html {
  readonly html: string;
}
type Part = Html | string | number | null | undefined | readonly Part[];

const shown = (part: Part): string => {
  if (part === null || part === undefined) return '';
  if (typeof part !== 'object') return escaped(part);
  return 'html' in part ? part.html : part.map(shown).join('');
};

/** Every value is escaped, unless it is a piece of the page itself. */
const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.reduce((page, text, index) => page + shown(parts[index - 1]) + text),
});

const table = (heads: readonly string[], rows: readonly (readonly Part[])[]): Html =>
  rows.length === 0
    ? html`<p>none</p>`
    : html`<table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${rows.map(
        (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
      )}</tbody></table>`;

const json = (value: unknown): Html => html`<pre>${JSON.stringify(value, null, 1) ?? ''}</pre>`;

const section = (title: string, content: Part, open = false): Html =>
  html`<details${open ? html` open` : ''}><summary>${title}</summary>${content}</details>`;

const STYLE =
  'body{font:14px/1.4 system-ui,sans-serif;margin:1.5rem;max-width:110rem}h1{font-size:1.2rem}' +
  'table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}summary{cursor:pointer;font-weight:600;margin-top:1rem}' +
  '.verdict{border-left:.4rem solid #b50;padding:.4rem .8rem;background:#fff4e8}.error td{background:#fdd}.warn td{background:#ffd}';

type Fields = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** Rows of a list, or why there is none. */
const rowsOr = (value: unknown, of: (rows: readonly Fields[]) => Html): Html =>
  Array.isArray(value) ? of(list(value)) : html`<p>away: ${text((value as Fields | null)?.away)}</p>`;

const verdictOf = (incident: Incident): Html => {
  const verdict = incident.verdict as Fields;
  return html`<div class="verdict"><b>${text(verdict.verdict) || 'not stuck'}</b> (${text(verdict.cause)}): ${text(verdict.text)}${
    verdict.help === null ? '' : html`<br>Help: ${text(verdict.help)}`
  }</div>
${table(
  ['Command', 'Leads to', 'Who may'],
  list(verdict.who_may).map(({ command, to, by }) => [text(command), text(to), list(by).join(', ')]),
)}
${table(
  ['Also', 'Cause', 'Found'],
  list(verdict.also).map((also) => [text(also.verdict), text(also.cause), text(also.text)]),
)}
${table(
  ['Source', 'Says'],
  list(verdict.evidence).map(({ source, says }) => [text(source), text(says)]),
)}`;
};

const eventRows = ({ events }: Incident) =>
  events.map((event) => [
    String(event.event_version),
    event.type,
    event.to ?? '',
    event.recorded_at,
    event.occurred_at === event.recorded_at ? '' : event.occurred_at,
    html`${event.system}<br>${text((event.actor as Fields).id)}`,
    event.trace_id ?? '',
    section('data', json(event.data)),
    section('state', json(event.after)),
  ]);

const time = (ms: unknown): string => (typeof ms === 'number' ? new Date(ms).toISOString() : text(ms));

/** They have a colour. */
const SHOWN_LEVELS: readonly string[] = ['error', 'warn'];

const logTable = (rows: readonly Fields[]): Html =>
  html`<table><tbody>${rows.map(
    ({ at, level, service, message, fields }) =>
      html`<tr class="${SHOWN_LEVELS.includes(text(level)) ? text(level) : ''}"><td>${text(at)}</td><td>${text(level)}</td><td>${text(service)}</td><td><pre>${text(message)}</pre></td><td>${json(fields)}</td></tr>`,
  )}</tbody></table>`;

const spanTable = (rows: readonly Fields[]): Html =>
  table(
    ['Begun', 'ms', 'Process', 'Span', 'Trace', 'Failed with', 'Attributes'],
    rows.map(({ start, end, service, name, traceId, error, attributes }) => [
      ...[time(start), typeof start === 'number' && typeof end === 'number' ? (end - start).toFixed(1) : ''],
      ...[text(service), text(name), text(traceId), text(error), section('attributes', json(attributes))],
    ]),
  );

/**
 * The same as one page that opens from a disk: no script, nothing from a network (the policy forbids both), everything
 * escaped.
 */
export const incidentPage = (incident: Incident): string => {
  const { order_id, made_at } = incident;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>Order ${order_id}</title><style>${{ html: STYLE }}</style></head><body>
<h1>Order ${order_id}</h1><p>Made at ${made_at}. Masked: texts, references and what may be personal are not in it.</p>
${verdictOf(incident)}
${section(
  'Sources that did not answer',
  table(
    ['Source', 'Why'],
    list(incident.away).map(({ source, says }) => [text(source), text(says)]),
  ),
  true,
)}
${section(`Events (from the ${incident.events_from ?? 'nobody'})`, table(['#', 'Event', 'Leads to', 'Recorded', 'Happened', 'By', 'Trace', 'Data', 'After it'], eventRows(incident)), true)}
${section('Jobs', json(incident.jobs))}
${section(
  'Messages',
  html`${table(
    ['#', 'Exchange', 'Type', 'Published'],
    incident.messages.map(({ event_version, exchange, type, published }) => [
      ...[String(event_version), exchange, type, published === null ? 'not known' : published ? 'yes' : 'no'],
    ]),
  )}${json({ dead_letters: incident.dead_letters, queues: incident.queues })}`,
)}
${section('Spans', rowsOr(incident.spans, spanTable))}
${section('Logs', rowsOr(incident.logs, logTable))}
${section('Read side and processes', json({ read_side: incident.read_side, processes: incident.processes }))}
${section('Programs', json(incident.programs))}
</body></html>
`;
  return page.html;
};
