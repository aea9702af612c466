import { strToU8, zipSync } from 'fflate';
import type { Body } from './bodies.ts';

// Models as 3MF: an archive of XML. What a test does not say is as an exporter of good manners writes it.

const CORE = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';
const KIND = 'http://schemas.microsoft.com/3dmanufacturing/2013/01';

/** What stands in the first tag of a model beside its namespace. */
export const NAMESPACES = [
  'xmlns:m="http://schemas.microsoft.com/3dmanufacturing/material/2015/02"',
  'xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06"',
  'xmlns:b="http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02"',
].join(' ');

/** A mesh in which faces share their corners, as 3MF has it. */
export const meshXml = ({ positions }: Pick<Body, 'positions'>): string => {
  const numbers = new Map<string, number>();
  const corners: string[] = [];
  const cornerAt = (at: number): number => {
    const [x, y, z] = positions.subarray(at, at + 3);
    const key = `x="${x}" y="${y}" z="${z}"`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, corners.length);
    return corners.push(`<vertex ${key}/>`) - 1;
  };
  const triangles: string[] = [];
  for (let at = 0; at < positions.length; at += 9)
    triangles.push(`<triangle v1="${cornerAt(at)}" v2="${cornerAt(at + 3)}" v3="${cornerAt(at + 6)}"/>`);
  return `<mesh><vertices>${corners.join('')}</vertices><triangles>${triangles.join('')}</triangles></mesh>`;
};

export const objectXml = (id: number, body: Pick<Body, 'positions'>, attributes = 'type="model"'): string =>
  `<object id="${id}" ${attributes}>${meshXml(body)}</object>`;

/** An object of others: the number of each and, where it is moved, its transform. */
export const assemblyXml = (id: number, ...parts: readonly (readonly [number, string?])[]): string =>
  `<object id="${id}" type="model"><components>${parts
    .map(
      ([of, transform]) => `<component objectid="${of}"${transform === undefined ? '' : ` transform="${transform}"`}/>`,
    )
    .join('')}</components></object>`;

export const modelXml = (resources: string, items: string, attributes = 'unit="millimeter"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<model xmlns="${CORE}" ${NAMESPACES} xml:lang="en-US" ${attributes}><resources>${resources}</resources><build>${items}</build></model>`;

export const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>`;

/** A list of relationships: kind (of 3MF, or a whole address) and target of each. */
export const relsXml = (...relationships: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships
    .map(
      ([kind, target], number) =>
        `<Relationship Id="rel${number}" Type="${kind.includes(':') ? kind : `${KIND}/${kind}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** The archive with these files beside the model or in the place of what belongs to it; null leaves one out. */
export const threeMf = (
  model: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array | null>> = {},
): Uint8Array => {
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relsXml(['3dmodel', '/3D/3dmodel.model']),
    '3D/3dmodel.model': model,
    ...files,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).flatMap(([name, content]) =>
        content === null ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
      ),
    ),
    { mtime: '2026-01-01T00:00:00Z' },
  );
};

/** One body, as it stands. */
export const bodyAs3mf = (body: Pick<Body, 'positions'>, unit = 'millimeter'): Uint8Array =>
  threeMf(modelXml(objectXml(1, body), '<item objectid="1"/>', `unit="${unit}"`));

/** One body as Wavefront OBJ. */
export const bodyAsObj = ({ positions }: Pick<Body, 'positions'>): Uint8Array => {
  const corners = Array.from(
    { length: positions.length / 3 },
    (_, corner) => `v ${positions.subarray(3 * corner, 3 * corner + 3).join(' ')}`,
  );
  const faces = Array.from(
    { length: positions.length / 9 },
    (_, face) => `f ${[1, 2, 3].map((n) => 3 * face + n).join(' ')}`,
  );
  return strToU8([...corners, ...faces, ''].join('\n'));
};
