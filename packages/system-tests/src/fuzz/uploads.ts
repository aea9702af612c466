import { block, stl } from '@order-ledger/demo/closed-bodies';
import type { Making } from './commands.ts';
import type { Message } from './message.ts';
import type { StockedUpload } from './stock.ts';
import { TEXTS, UUIDS } from './values.ts';

const TUS: [string, string] = ['Tus-Resumable', '1.0.0'];
const OFFSETS = 'application/offset+octet-stream';
const OWNERS = ['partner-prepaid', 'partner-invoice', 'store.service', 'crm.agent'];
const LENGTHS = [
  '0',
  '1',
  '-1',
  '00',
  '1.5',
  '1e3',
  '0x10',
  ' 12',
  '',
  'x',
  '12,12',
  '209715200',
  '209715201',
  '99999999999999999999',
];
const METADATA = [
  'filename d29ybGQ=',
  'filename',
  'filename ',
  'filename d29ybGQ=,is_confidential',
  'filename d29ybGQ=,filename d29ybGQ=',
  'filename !!!',
  'filename d29ybGQ',
  ', ,',
  'имя d29ybGQ=',
  '__proto__ d29ybGQ=',
  'owner aG91c2U=',
  `long ${'QUFB'.repeat(1_000)}`,
  ' filename d29ybGQ=',
  'filename  d29ybGQ=',
  'filename 8J+Spw==',
  'filename AAA=',
];

const CUBE = stl(block(10, 10, 10));

/** A cube that is whole, one of fewer bytes than it says, text, nothing that is known. */
const contentOf = ({ choices }: Making): Buffer =>
  choices.one([
    () => CUBE,
    () => CUBE.subarray(0, CUBE.length - 7),
    () => Buffer.from('solid x\nendsolid x\n'),
    () => Buffer.from(choices.one(TEXTS.filter((text) => text.length > 0))),
    () => Buffer.alloc(1 + choices.below(300), choices.below(256)),
  ])();

const extension = ({ choices }: Making): [string, string][] => {
  switch (choices.weighed({ none: 12, metadata: 4, defer: 1, concat: 2, checksum: 1, override: 1 })) {
    case 'metadata':
      return [['Upload-Metadata', choices.one(METADATA)]];
    case 'defer':
      return [['Upload-Defer-Length', choices.one(['1', '0', '2', ''])]];
    case 'concat':
      return [['Upload-Concat', choices.one(['partial', 'final;/v1/uploads/a /v1/uploads/b', 'final;', 'x', ''])]];
    case 'checksum':
      return [
        ['Upload-Checksum', choices.one(['sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=', 'md5 x', 'sha1', '', 'none AAAA'])],
      ];
    case 'override':
      return [['X-HTTP-Method-Override', choices.one(['PATCH', 'DELETE', 'HEAD', 'GET', 'x', ''])]];
    default:
      return [];
  }
};

const message = (
  { tag }: Making,
  method: string,
  target: string,
  as: string,
  headers: [string, string][],
  more: Partial<Message> = {},
): Message => ({
  api: 'upload-api',
  method,
  target,
  headers: [['X-Correlation-Id', tag], ...headers],
  as,
  about: {},
  ...more,
});

const begin = (making: Making): Message => {
  const { choices } = making;
  const content = contentOf(making);
  const length = choices.chance(0.75) ? String(content.length) : choices.one(LENGTHS);
  const withBytes = choices.chance(0.3);
  const added = extension(making);
  // A length that is deferred is not said, as a rule.
  const lengthSaid = added.some(([name]) => name === 'Upload-Defer-Length') && choices.chance(0.7);
  const headers: [string, string][] = [
    TUS,
    ...(lengthSaid ? [] : [['Upload-Length', length] as [string, string]]),
    ...added,
  ];
  return message(
    making,
    'POST',
    '/v1/uploads',
    choices.one(OWNERS),
    withBytes ? [...headers, ['Content-Type', OFFSETS]] : headers,
    {
      ...(withBytes
        ? { body: content.subarray(0, choices.chance(0.5) ? content.length : choices.below(content.length + 1)) }
        : {}),
      about: { uploadContent: content },
    },
  );
};

const send = (making: Making, upload: StockedUpload): Message => {
  const { choices } = making;
  const { path, as, content, offset } = upload;
  const right = choices.chance(0.75);
  const from = right ? String(offset) : choices.one([String(offset + 1), String(offset - 1), '0', ...LENGTHS]);
  const left = content.subarray(offset);
  const bytes = choices.weighed({ rest: 5, part: 3, none: 1, more: 1 });
  const body =
    bytes === 'rest'
      ? left
      : bytes === 'part'
        ? left.subarray(0, choices.below(left.length + 1))
        : bytes === 'none'
          ? Buffer.alloc(0)
          : Buffer.concat([left, Buffer.from('more than was said')]);
  const override = choices.chance(0.1);
  const headers: [string, string][] = [
    TUS,
    ['Upload-Offset', from],
    [
      'Content-Type',
      choices.chance(0.95)
        ? OFFSETS
        : choices.one(['application/json', 'text/plain', `${OFFSETS}; charset=utf-8`, OFFSETS.toUpperCase(), '']),
    ],
  ];
  return message(
    making,
    override ? 'POST' : 'PATCH',
    path,
    choices.chance(0.95) ? as : choices.one(OWNERS),
    [...headers, ...(override ? [['X-HTTP-Method-Override', 'PATCH'] as [string, string]] : []), ...extension(making)],
    { body, about: { upload } },
  );
};

/** A request of tus, about an upload of this lane where there is one, or about a model. */
export const makeUpload = (making: Making): Message => {
  const { stock, choices } = making;
  const upload = stock.uploads.length === 0 ? null : choices.one(stock.uploads);
  const what = choices.weighed({ begin: 4, send: 8, stands: 2, status: 2, remove: 1, options: 1, model: 1 });
  const path = upload === null || choices.chance(0.05) ? `/v1/uploads/${choices.one(UUIDS)}` : upload.path;
  const as = upload === null || choices.chance(0.1) ? choices.one(OWNERS) : upload.as;
  const about = upload === null ? {} : { upload };
  switch (what) {
    case 'send':
      return upload === null ? begin(making) : send(making, upload);
    case 'stands':
      return message(making, 'HEAD', path, as, [TUS, ...extension(making)], { about });
    case 'status':
      return message(making, 'GET', `${path}/status`, as, [], { about });
    case 'remove':
      return message(making, 'DELETE', path, as, [TUS], { about });
    case 'options':
      return message(
        making,
        'OPTIONS',
        choices.chance(0.7) ? '/v1/uploads' : path,
        as,
        choices.chance(0.5) ? [TUS] : [],
      );
    case 'model': {
      const sha256 =
        stock.models.length === 0 || choices.chance(0.3) ? 'a'.repeat(64) : choices.one(stock.models).upload.sha256;
      return message(
        making,
        choices.chance(0.8) ? 'GET' : 'HEAD',
        `/v1/models/${sha256}`,
        choices.one(['pricing.worker', 'pricing.worker', 'ops', 'partner-prepaid']),
        choices.chance(0.3) ? [['Range', choices.one(['bytes=0-9', 'bytes=-1', 'bytes=9-1', 'x'])]] : [],
      );
    }
    default:
      return begin(making);
  }
};
