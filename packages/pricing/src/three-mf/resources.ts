import { CORE, MATERIALS } from './extensions.ts';
import { LIMITS } from './limits.ts';
import { shown } from './unreadable.ts';
import type { Element } from './xml.ts';

/** Attributes that an element of colours and materials must have, and what their values look like. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  basematerials: ['id'],
  base: ['name', 'displaycolor'],
  colorgroup: ['id'],
  color: ['color'],
  texture2d: ['id', 'path', 'contenttype'],
  texture2dgroup: ['id', 'texid'],
  tex2coord: ['u', 'v'],
  compositematerials: ['id', 'matid', 'matindices'],
  composite: ['values'],
  multiproperties: ['id', 'pids'],
  multi: ['pindices'],
};
const TEXTURES = new Set(['image/png', 'image/jpeg']);
const ID = /^\d{1,10}$/;
const MOST_ID = 2_147_483_647;

/** Of a list of kinds, at most one may be named by a multiproperties; and it may name none of its own kind. */
const ONCE: readonly (readonly string[])[] = [['basematerials', 'compositematerials'], ['colorgroup']];

/** Colours and materials change no price, but a file that breaks their rules is no 3MF. Faults are thrown by `refuse`. */
export const createResources = (refuse: (detail: string) => never) => {
  const kinds = new Map<string, string>();

  const add = (element: Element): string => {
    const id = element.attributes.id?.value ?? '';
    const number = Number(id);
    if (!ID.test(id) || number < 1 || number > MOST_ID)
      return refuse(`${element.local} has the id "${shown(id)}", which is no number from 1`);
    const key = String(number);
    if (kinds.has(key)) return refuse(`the id ${key} is there twice`);
    if (kinds.size >= LIMITS.resources) return refuse(`more than ${LIMITS.resources} resources`);
    kinds.set(key, element.local);
    return key;
  };

  const named = (element: Element, attribute: string): (string | undefined)[] =>
    (element.attributes[attribute]?.value ?? '')
      .trim()
      .split(/\s+/)
      .map((id) => kinds.get(String(Number(id))));

  return {
    /** An object's; as for all resources no other has it. */
    add,

    /** Of colours and materials; whatever else is passed over. */
    take(element: Element): void {
      const { local, uri, attributes } = element;
      const known = (uri === MATERIALS || uri === CORE) && Object.hasOwn(REQUIRED, local);
      const required = known ? REQUIRED[local] : undefined;
      if (required === undefined) return;
      for (const name of required) if (attributes[name] === undefined) refuse(`${local} has no ${name}`);
      if (required[0] === 'id') add(element);
      if (local === 'texture2d' && !TEXTURES.has(attributes.contenttype!.value))
        refuse('a texture that is neither PNG nor JPEG');
      if (local === 'compositematerials' && named(element, 'matid')[0] !== 'basematerials')
        refuse('compositematerials that are not made of basematerials');
      if (local === 'multiproperties') {
        const kindsNamed = named(element, 'pids');
        if (kindsNamed.includes('multiproperties')) refuse('multiproperties that name others of their kind');
        for (const group of ONCE)
          if (kindsNamed.filter((kind) => kind !== undefined && group.includes(kind)).length > 1)
            refuse(`multiproperties that name more than one of ${group.join(', ')}`);
      }
    },
  };
};
export type Resources = ReturnType<typeof createResources>;
