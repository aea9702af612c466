import { LIMITS } from './limits.ts';
import { shown, unreadable } from './unreadable.ts';
import { type Element, xmlReader } from './xml.ts';
import type { Zip } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const CONTENT_TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MODEL_TYPE = 'application/vnd.ms-package.3dmanufacturing-3dmodel+xml';

const KIND = {
  model: 'http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel',
  texture: 'http://schemas.microsoft.com/3dmanufacturing/2013/01/3dtexture',
  ticket: 'http://schemas.microsoft.com/3dmanufacturing/2013/01/printticket',
  thumbnail: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
} as const;
const KINDS: ReadonlySet<string> = new Set(Object.values(KIND));

/**
 * Slicers of PrusaSlicer's family name these pictures whether or not they write them. Any other that is missing is refused, as
 * the consortium's samples demand.
 */
const SLICERS_PICTURE = /^Metadata\/(?:thumbnail|plate_\d*(?:_small)?)\.png$/i;

/** Folders that documents of other programs have in the same kind of archive. */
const OFFICE = /^(?:word|xl|ppt|visio)\//i;

interface Relationship {
  id: string;
  type: string;
  /** The name in the archive of what it leads to. */
  target: string;
}

/** The elements of a small part. */
const elementsOf = (zip: Zip, part: string): Element[] => {
  const elements: Element[] = [];
  const reader = xmlReader(part, { open: (element) => elements.push(element), close: () => undefined });
  zip.read(part, reader.push, LIMITS.small);
  reader.end();
  return elements;
};

const attribute = (element: Element, name: string): string | undefined => element.attributes[name]?.value;

/** As the archive names it: what is written as an address may have its letters escaped. */
const unescaped = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The name in the archive of what an address in a part leads to; null where that lies outside. */
export const nameAt = (zip: Zip, address: string, part: string): string | null => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return null;
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const steps: string[] = [];
  for (const step of (address.startsWith('/') ? address : `/${folder}${address}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  return zip.has(name) ? name : unescaped(name);
};

const relationshipsOf = (zip: Zip, part: string): Relationship[] => {
  const slash = part.lastIndexOf('/') + 1;
  const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(list)) return [];
  const found: Relationship[] = [];
  const ids = new Set<string>();
  for (const element of elementsOf(zip, list)) {
    if (element.uri !== RELATIONSHIPS_NAMESPACE || element.local !== 'Relationship') continue;
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attribute(element, name));
    if (id === undefined || type === undefined || target === undefined)
      throw unreadable(`${list} holds a relationship without Id, Type or Target`);
    if (ids.has(id)) throw unreadable(`${list} holds the relationship "${shown(id)}" twice`);
    ids.add(id);
    const name = attribute(element, 'TargetMode') === 'External' ? null : nameAt(zip, target, part);
    if (!KINDS.has(type)) continue;
    if (name === null) throw unreadable(`${list} leads to "${shown(target)}" outside of the file`);
    if (!zip.has(name) && type === KIND.thumbnail && SLICERS_PICTURE.test(name)) continue;
    if (!zip.has(name)) throw unreadable(`${list} leads to "${shown(target)}", which is not in the file`);
    found.push({ id, type, target: name });
  }
  if (found.filter(({ type }) => type === KIND.ticket).length > 1)
    throw unreadable(`${list} names more than one print ticket`);
  return found;
};

/** What content types the package gives its parts. */
const typesOf = (zip: Zip): ((part: string) => string | undefined) => {
  const byName = new Map<string, string>();
  const byExtension = new Map<string, string>();
  for (const element of elementsOf(zip, CONTENT_TYPES)) {
    if (element.uri !== CONTENT_TYPES_NAMESPACE) continue;
    const type = attribute(element, 'ContentType');
    const into = element.local === 'Default' ? byExtension : byName;
    const key = attribute(element, element.local === 'Default' ? 'Extension' : 'PartName');
    if (type !== undefined && key !== undefined) into.set(key.toLowerCase(), type);
  }
  return (part) =>
    byName.get(`/${part.toLowerCase()}`) ?? byExtension.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase());
};

/** Files in archives that programs save their own models in. */
const PROJECTS = {
  freecad: /^(?:Gui)?Document\.xml$/,
  fusion: /^FusionAssetName|\.smt$/i,
  usdz: /\.usd[ac]?$/i,
} as const;

type OtherArchive = 'office' | keyof typeof PROJECTS | 'zip';

/** What an archive is that holds no 3MF; null for one that means to. */
export const otherArchive = (zip: Zip): OtherArchive | null => {
  if (zip.names.some((name) => OFFICE.test(name))) return 'office';
  const meant = zip.has(CONTENT_TYPES) || zip.has('_rels/.rels') || zip.names.some((name) => /\.model$/i.test(name));
  if (meant) return null;
  const project = (['freecad', 'fusion', 'usdz'] as const).find((one) =>
    zip.names.some((name) => PROJECTS[one].test(name)),
  );
  return project ?? 'zip';
};

/**
 * The name of the part that the model begins in, by the rules of the package: content types, relationships that lead to
 * what is there, exactly one model.
 *
 * @throws UnreadableError
 */
export const rootModelOf = (zip: Zip): string => {
  if (!zip.has(CONTENT_TYPES)) throw unreadable(`The 3MF has no ${CONTENT_TYPES}`);
  const typeOf = typesOf(zip);
  const models = relationshipsOf(zip, '').filter(({ type }) => type === KIND.model);
  const [root] = models;
  if (root === undefined) throw unreadable('The 3MF names no model that it begins with');
  if (models.length > 1) throw unreadable('The 3MF names more than one model that it begins with');
  if (typeOf(root.target) !== MODEL_TYPE)
    throw unreadable(`The 3MF does not say of "${shown(root.target)}" that it is a model`);
  relationshipsOf(zip, root.target);
  return root.target;
};
