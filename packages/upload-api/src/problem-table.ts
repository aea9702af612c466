import { only, type Problems } from '@order-ledger/platform/http/problem-table';

/** What uploads may be refused with, beside what every interface may. */
const OWN = {
  'tus-extension': { status: 400, when: 'an extension of tus is asked for that is not offered' },
  'upload-header': { status: 400, when: 'a header of the upload is missing or cannot be read' },
  'upload-length-missing': { status: 400, when: 'Upload-Length does not say how many bytes the file has' },
  'upload-empty': { status: 400, when: 'the file is empty' },
  'upload-interrupted': { status: 400, when: 'the request was interrupted: go on where HEAD says' },
  'unknown-upload': { status: 404, when: 'there is no such upload of this owner' },
  'no-preview': {
    status: 404,
    when: 'nothing can be shown of the model: the upload is not complete, or cannot be read',
  },
  'unknown-model': { status: 404, when: 'there is no such model' },
  'offset-conflict': { status: 409, when: 'Upload-Offset is not where the upload stands: ask HEAD' },
  'upload-complete': { status: 409, when: 'the upload is complete: it can neither be changed nor deleted' },
  'upload-expired': { status: 410, when: 'the upload was not finished in time: begin a new one' },
  'model-damaged': { status: 410, when: "the model's content is not its name" },
  'tus-version': { status: 412, when: 'Tus-Resumable is not 1.0.0' },
  'upload-too-large': { status: 413, when: 'more bytes than are allowed (`limit_bytes`), or than were announced' },
  'upload-busy': { status: 423, when: 'another request of this upload is at work' },
  'too-many-uploads': { status: [429, 503], when: 'more open uploads than the caller may have, or all have' },
  'too-many-bytes-announced': { status: [429, 503], when: 'open uploads have announced more bytes than they may' },
  'keys-unavailable': { status: 503, when: "partners' keys cannot be looked up now" },
  'folder-unavailable': { status: 503, when: 'the folder of the models cannot be read now' },
  'disk-full': { status: 507, when: 'there is no space for the file now; what has arrived is kept' },
} as const satisfies Problems;

export const UPLOAD_PROBLEMS: Problems = OWN;

const OF_ALL = only(OWN, 'keys-unavailable', 'folder-unavailable');
const OF_AN_UPLOAD = only(OWN, ...(['unknown-upload', 'upload-expired', 'upload-busy', 'tus-version'] as const));

/** By what is done. */
export const PROBLEMS_OF = {
  begin: {
    ...OF_ALL,
    ...only(
      OWN,
      ...(['tus-extension', 'tus-version', 'upload-header', 'upload-length-missing', 'upload-empty'] as const),
      ...(['upload-too-large', 'too-many-uploads', 'too-many-bytes-announced', 'disk-full'] as const),
    ),
  },
  look: { ...OF_ALL, ...OF_AN_UPLOAD },
  send: {
    ...OF_ALL,
    ...OF_AN_UPLOAD,
    ...only(
      OWN,
      ...(['upload-header', 'upload-interrupted', 'offset-conflict', 'upload-complete'] as const),
      ...(['upload-too-large', 'disk-full'] as const),
    ),
  },
  takeBack: { ...OF_ALL, ...OF_AN_UPLOAD, ...only(OWN, 'upload-complete') },
  status: { ...OF_ALL, ...only(OWN, 'unknown-upload') },
  preview: { ...OF_ALL, ...only(OWN, 'unknown-upload', 'no-preview') },
  model: { ...OF_ALL, ...only(OWN, 'unknown-model', 'model-damaged') },
} as const satisfies Readonly<Record<string, Problems>>;
