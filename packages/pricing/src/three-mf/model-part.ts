import { MM_PER_OF_3MF } from '../units.ts';
import { BEAMS, CORE, NOT_READ, PRODUCTION, READ, SLICES } from './extensions.ts';
import { type MeshBudget, type MeshBuilder, meshBuilder, type ObjectMesh } from './mesh-builder.ts';
import { createResources } from './resources.ts';
import { type Transform, transformOf } from './transform.ts';
import { shown, unreadable } from './unreadable.ts';
import { type Element, xmlReader } from './xml.ts';

const TYPES = ['model', 'solidsupport', 'support', 'surface', 'other'] as const;
export type ObjectType = (typeof TYPES)[number];

/** An object in its place: in the build, or in another object. */
export interface Placed {
  /** The address of another part, as it is written; null for this one. */
  path: string | null;
  id: string;
  transform: Transform;
}

export type PartObject = { type: ObjectType } & (
  | { mesh: ObjectMesh; components?: never }
  | { mesh?: never; components: Placed[] }
);

export interface ModelPart {
  /** mm a unit. */
  unit: number;
  objects: ReadonlyMap<string, PartObject>;
  /** What is to be made; `printable` false where a slicer was told to leave it out. */
  items: readonly (Placed & { printable: boolean })[];
}

/** Elements of the core by the one that they stand in; whatever else of the core is there is refused. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['model'],
  model: ['metadata', 'resources', 'build'],
  resources: ['basematerials', 'object'],
  basematerials: ['base'],
  object: ['metadatagroup', 'mesh', 'components'],
  metadatagroup: ['metadata'],
  mesh: ['vertices', 'triangles'],
  vertices: ['vertex'],
  triangles: ['triangle'],
  components: ['component'],
  build: ['item'],
  item: ['metadatagroup'],
};
/** These may carry no attributes of other vocabularies. */
const BARE = new Set(['basematerials', 'mesh', 'vertices', 'triangles', 'components']);
/** Programs that mend a model add a description of theirs. */
const REPEATED = new Set(['Description']);
/** What Cura says of an object that changes how others are printed, or where they are supported, and is not made itself. */
const CURA_NOT_MADE: ReadonlySet<string> = new Set(
  ['infill_mesh', 'cutting_mesh', 'anti_overhang_mesh', 'support_mesh'].map((setting) => `cura:${setting}`),
);
const XML = 'http://www.w3.org/XML/1998/namespace';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const FOREIGN = 'foreign';

const attributeOf = (element: Element, name: string): string | undefined => element.attributes[name]?.value;

const inNamespace = ({ attributes }: Element, uri: string, local: string): string | undefined => {
  for (const attribute of Object.values(attributes))
    if (attribute.uri === uri && attribute.local === local) return attribute.value;
  return undefined;
};

/** Reads a part that holds a model, as its bytes come; what is built is said by the first one alone. @throws UnreadableError */
export const modelPartReader = (part: string, budget: MeshBudget, isRoot: boolean) => {
  const objects = new Map<string, PartObject>();
  const items: ModelPart['items'][number][] = [];
  const stack: string[] = [];
  const seen = new Set<string>();
  const metadata = new Set<string>();
  let unit = 1;
  let current: { key: string; type: ObjectType } | null = null;
  let mesh: MeshBuilder | null = null;
  let components: Placed[] | null = null;

  const where = () => `${shown(part)}${current === null ? '' : `, object ${current.key}`}`;
  const refuse: (detail: string) => never = (detail) => {
    throw unreadable(`${where()}: ${detail}`);
  };
  const resources = createResources(refuse);

  const once = (name: string): void => {
    if (seen.has(name)) refuse(`more than one ${name}`);
    seen.add(name);
  };

  /** Attributes that no element may have, and those of other vocabularies where there may be none. */
  const checkAttributes = ({ local, attributes }: Element): void => {
    for (const { uri, local: name, prefix } of Object.values(attributes)) {
      if (uri === INSTANCE || (uri === XML && name === 'space'))
        refuse(`the attribute ${prefix}:${name}, which 3MF forbids`);
      if (BARE.has(local) && uri !== '' && uri !== XML && prefix !== 'xmlns')
        refuse(`${local} has the attribute ${shown(`${prefix}:${name}`)}`);
    }
  };

  const beginModel = (element: Element): void => {
    const name = attributeOf(element, 'unit') ?? 'millimeter';
    unit = MM_PER_OF_3MF.get(name) ?? refuse(`the unit "${shown(name)}"`);
    for (const prefix of (attributeOf(element, 'requiredextensions') ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')) {
      const uri = element.ns[prefix] ?? refuse(`it needs the extension "${shown(prefix)}", which it does not declare`);
      if (READ.has(uri)) continue;
      refuse(
        `it holds ${NOT_READ[uri] ?? `what needs the extension ${shown(uri)}`}, which cannot be priced; turn it into a mesh`,
      );
    }
  };

  const placed = (element: Element): Placed => {
    const id = String(Number(attributeOf(element, 'objectid') ?? Number.NaN));
    const path = inNamespace(element, PRODUCTION, 'path') ?? null;
    if (path === null && !objects.has(id))
      refuse(
        `${element.local} names the object "${shown(attributeOf(element, 'objectid') ?? '')}", which is not there before it`,
      );
    return { path, id, transform: transformOf(attributeOf(element, 'transform'), where()) };
  };

  const beginObject = (element: Element): void => {
    const type = attributeOf(element, 'type') ?? 'model';
    const known = TYPES.find((one) => one === type) ?? refuse(`an object of the type "${shown(type)}"`);
    if (attributeOf(element, 'pindex') !== undefined && attributeOf(element, 'pid') === undefined)
      refuse('an object with pindex and without pid');
    const sliced = inNamespace(element, SLICES, 'slicestackid') !== undefined;
    if (sliced && inNamespace(element, SLICES, 'meshresolution') !== 'fullres')
      refuse('an object that is sliced for a machine, whose mesh may stand for it only; export it without slices');
    current = { key: resources.add(element), type: known };
  };

  /** What is said of an object may make it none that is made. */
  const ofObject = (name: string): ((text: string) => void) | undefined => {
    const object = current;
    if (object === null || !CURA_NOT_MADE.has(name)) return undefined;
    return (text) => {
      if (text.trim() === 'True') object.type = 'support';
    };
  };

  const BEGIN: Readonly<Record<string, (element: Element) => unknown>> = {
    model: beginModel,
    resources: () => once('resources'),
    build: () => {
      once('build');
      if (!seen.has('resources')) refuse('a build before the resources');
    },
    metadata: (element) => {
      const name = attributeOf(element, 'name') ?? refuse('metadata without a name');
      if (stack.at(-1) !== 'model') return ofObject(name);
      if (metadata.has(name) && !REPEATED.has(name)) refuse(`metadata "${shown(name)}" twice`);
      metadata.add(name);
      return undefined;
    },
    basematerials: (element) => resources.take(element),
    base: (element) => resources.take(element),
    object: beginObject,
    mesh: () => {
      if (mesh !== null || components !== null) refuse('an object is one mesh, or made of components');
      mesh = meshBuilder(budget, where, refuse);
    },
    components: () => {
      if (mesh !== null || components !== null) refuse('an object is one mesh, or made of components');
      components = [];
    },
    component: (element) => components?.push(placed(element)),
    item: (element) => items.push({ ...placed(element), printable: attributeOf(element, 'printable') !== '0' }),
  };

  const endObject = (): void => {
    if (current === null) return;
    const { key, type } = current;
    if (mesh !== null) objects.set(key, { type, mesh: mesh.built() });
    else if (components !== null && components.length > 0) objects.set(key, { type, components });
    else refuse('an object without a mesh or components');
    current = null;
    mesh = null;
    components = null;
  };

  const reader = xmlReader(part, {
    open(element) {
      const { uri, local } = element;
      const parent = stack.at(-1) ?? '';
      if (uri === CORE && parent === 'vertices' && local === 'vertex') {
        stack.push(local);
        mesh?.corner(element);
        return;
      }
      if (uri === CORE && parent === 'triangles' && local === 'triangle') {
        stack.push(local);
        mesh?.triangle(element);
        return;
      }
      if (parent === '' && (uri !== CORE || local !== 'model')) refuse(`its first element is no model of 3MF`);
      if (uri === BEAMS) refuse(`it holds ${NOT_READ[BEAMS]}, which cannot be priced; turn it into a mesh`);
      if (parent === FOREIGN || uri !== CORE) {
        if (seen.has('resources') && !seen.has('build')) resources.take(element);
        stack.push(FOREIGN);
        return;
      }
      if (!(CHILDREN[parent] ?? []).includes(local)) refuse(`the element ${shown(local)} in ${parent}`);
      checkAttributes(element);
      const take = BEGIN[local]?.(element);
      stack.push(local);
      return take;
    },
    close() {
      if (stack.pop() === 'object') endObject();
    },
  });

  return {
    push: reader.push,
    end(): ModelPart {
      reader.end();
      for (const name of isRoot ? ['resources', 'build'] : ['resources']) if (!seen.has(name)) refuse(`no ${name}`);
      return { unit, objects, items };
    },
  };
};
