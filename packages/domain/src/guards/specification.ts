import { sortedForm } from '../sorted-form.ts';
import type { OrderState } from '../state.ts';
import { SOLID, type Unit, unitOf } from '../values.ts';
import { bodyOf, type Guard, gathered, invalid, no } from './guard.ts';

const ownerOfUploads = (state: OrderState): string =>
  state.partner_id === null ? 'house' : `partner:${state.partner_id}`;

export const uploadUsable: Guard = (state, command) => {
  const { sha256, upload_id } = bodyOf<{ upload_id: string; sha256: string }>(command);
  if (upload_id === undefined) return null;
  const upload = gathered(command, 'upload');
  if (upload === null || upload.owner !== ownerOfUploads(state))
    return no('unknown-upload', `there is no upload ${upload_id} of this order's owner`);
  if (!upload.complete) return no('upload-unusable', 'the upload is not complete');
  if (!upload.valid) return no('upload-unusable', 'the uploaded file is not a valid model');
  return upload.sha256 === sha256 ? null : no('upload-unusable', `the uploaded file has the SHA-256 ${upload.sha256}`);
};

const among = (values: readonly string[]): string => [...new Set(values)].sort().join(', ');

export const catalogueHasSpecification: Guard = (state, command) => {
  const asked = {
    ...state.specification,
    ...bodyOf<{ material: string; process: string; finishing: string; infill: number }>(command),
  };
  const catalogue = gathered(command, 'catalogue') ?? [];
  const ofMaterial = catalogue.filter((entry) => entry.material === asked.material);
  if (ofMaterial.length === 0)
    return invalid('/material', `is not offered; materials: ${among(catalogue.map((entry) => entry.material))}`);
  const entry = ofMaterial.find((candidate) => candidate.process === asked.process);
  if (entry === undefined) {
    const processes = among(ofMaterial.map((candidate) => candidate.process));
    return invalid('/process', `is not offered for ${asked.material}; processes: ${processes}`);
  }
  const of = `is not offered for ${asked.material} by ${asked.process}`;
  if (asked.finishing !== undefined && !entry.finishings.includes(asked.finishing))
    return invalid('/finishing', `${of}; finishings: ${among(entry.finishings)}`);
  const infills = [...(entry.infills ?? []), SOLID];
  if (infills.includes(asked.infill ?? SOLID)) return null;
  return invalid('/infill', `${of}; infills: ${infills.join(', ')}`);
};

/** A new upload of the same file in the same unit is no change. */
export const specificationChanged: Guard = (state, command) => {
  const { note: _note, upload_id, ...asked } = bodyOf<Record<string, unknown>>(command);
  const file = upload_id === undefined ? null : gathered(command, 'upload');
  const changes = file === null ? asked : { ...asked, unit: unitOf(file.model, asked.unit as Unit | undefined) };
  const current = new Map(Object.entries({ infill: SOLID, ...state.specification }));
  const differs = Object.entries(changes).some(
    ([field, value]) => sortedForm(value) !== sortedForm(current.get(field)),
  );
  return differs ? null : no('nothing-changed', 'the revision asks for what the order already has');
};
