export type Dependency =
  | 'postgres'
  | 'redis'
  | 'rabbitmq'
  | 'eventstore'
  | 'http'
  | 'socket'
  | 'dns'
  | 'tls'
  /** This machine: its memory, files and disk. */
  | 'host'
  /** Our own limit of time, or our own breaker. */
  | 'policy';

/**
 * What follows from a fault.
 *
 * rolled-back  nothing was kept, the connection is good: the same may be run again at once
 * too-slow     nothing was kept, the connection is good, and the same may take as long again: later
 * refused      nothing was kept, and it is not taken now, here: on another connection, or later
 * lost         there is no connection or no answer: whether something was kept is not known
 */
type Consequence = 'rolled-back' | 'too-slow' | 'refused' | 'lost';

/** By what a client tells a fault. */
export type Sign =
  /** `code`, a word: SQLSTATE, Node's, undici's; a star stands for the rest of it. */
  | 'code'
  /** `name` of the error's class. */
  | 'name'
  /** First word of an answer of Redis. */
  | 'reply'
  /** `code`, a number: why RabbitMQ closed a channel or connection. */
  | 'amqp'
  /** `code`, a number: gRPC's status. */
  | 'grpc'
  /** `type` of the event store's client. */
  | 'type'
  /** `status` of an answer over HTTP. */
  | 'status'
  /** A property that cockatiel's errors have instead of a name. */
  | 'mark'
  /** The message's text, for what has no code: a regular expression. */
  | 'text';

export interface TransientFault {
  readonly dependency: Dependency;
  readonly sign: Sign;
  readonly code: string;
  readonly meaning: string;
  readonly then: Consequence;
  /** The code alone says too little: it is this one only where a property of the error has this value. */
  readonly only?: Readonly<{ routine: string } | { syscall: string }>;
}

type Cell = readonly [meaning: string, then: Consequence, only?: TransientFault['only']];

const of = (dependency: Dependency, sign: Sign, cells: Readonly<Record<string, Cell>>): TransientFault[] =>
  Object.entries(cells).map(([code, [meaning, then, only]]) => ({
    ...{ dependency, sign, code, meaning, then },
    ...(only === undefined ? {} : { only }),
  }));

/** Not here, because they speak of the statement or the row: 22, 23, 42, the rest of 54; XX000 promises nothing. */
const POSTGRES = of('postgres', 'code', {
  '08*': ['the connection failed', 'lost'],
  '0A000': ['a plan was made before a migration', 'refused', { routine: 'RevalidateCachedQuery' }],
  '25006': ['read-only: a standby after a failover, or put so on a full disk', 'refused'],
  '25P03': ['the transaction was idle for too long and its connection ended', 'refused'],
  '25P04': ['the transaction took too long and its connection ended', 'refused'],
  '28000': ['the account is not admitted', 'refused'],
  '28P01': ['the password is not the right one: it is being changed', 'refused'],
  '3D000': ['there is no such database: it is being restored', 'refused'],
  '40001': ['serialization failure, also with a recovery on a standby', 'rolled-back'],
  '40P01': ['deadlock', 'rolled-back'],
  '53000': ['short of resources', 'refused'],
  '53100': ['disk full', 'refused'],
  '53200': ['out of memory', 'refused'],
  '53300': ['too many connections', 'refused'],
  '53400': ['a configured limit is reached', 'refused'],
  '54000': ['no transaction ids are left until a vacuum', 'refused', { routine: 'GetNewTransactionId' }],
  '55000': ['not in the state for it', 'refused'],
  '55P03': ['a lock is not available', 'rolled-back'],
  '57014': ['cancelled: it took longer than the limit', 'too-slow'],
  '57P01': ['the server shuts down, or an operator ended the connection', 'lost'],
  '57P02': ['another process of the server crashed', 'lost'],
  '57P03': ['starting, stopping or in recovery', 'lost'],
  '57P04': ['the database was dropped: it is being restored', 'lost'],
  '57P05': ['the connection was idle for too long', 'lost'],
  '58000': ['an error of the system below', 'refused'],
  '58030': ['an error of input or output', 'refused'],
});

const POSTGRES_CLIENT = of('postgres', 'text', {
  'Connection terminated': ['the connection ended', 'lost'],
  'Client (has encountered a connection error|was closed) and is not queryable': ['the connection had ended', 'lost'],
  '^timeout e(xpired|xceeded when trying to connect)': ['no connection within the limit', 'lost'],
  'Query read timeout': ['no answer within the limit', 'lost'],
  '^Received unexpected \\w+ message from backend|^received invalid response': ['no answer of Postgres', 'lost'],
  'SSL connection': ['the server takes no TLS', 'refused'],
});

const KNEX = of('postgres', 'name', { KnexTimeoutError: ['no connection of the pool within the limit', 'lost'] });

const REDIS = [
  ...of('redis', 'reply', {
    READONLY: ['a replica by now', 'refused'],
    LOADING: ['it loads its data', 'refused'],
    MASTERDOWN: ['a replica without its master', 'refused'],
    CLUSTERDOWN: ['the cluster is not whole', 'refused'],
    TRYAGAIN: ['keys are on their way to another node', 'refused'],
    BUSY: ['a script runs', 'refused'],
    OOM: ['out of memory', 'refused'],
    NOREPLICAS: ['too few replicas', 'refused'],
    MISCONF: ['it cannot save to its disk', 'refused'],
    IOERR: ['an error of input or output', 'refused'],
    UNBLOCKED: ['its role changed', 'refused'],
    NOAUTH: ['the connection is not admitted yet', 'refused'],
    WRONGPASS: ['the password is not the right one: it is being changed', 'refused'],
  }),
  ...of('redis', 'text', {
    'max number of clients': ['too many connections', 'refused'],
    '^Connection is closed': ['the connection ended', 'lost'],
    "^Stream isn't writeable": ['there is no connection', 'refused'],
    '^Command timed out': ['no answer within the limit', 'lost'],
    '^Socket timeout': ['no answer within the limit', 'lost'],
    'Unknown RESP type|^Protocol error, got': ['no answer of Redis', 'lost'],
  }),
  ...of('redis', 'name', {
    MaxRetriesPerRequestError: ['there was no connection for several tries', 'lost'],
    ParserError: ['no answer of Redis', 'lost'],
  }),
];

/** Not here: 402, 406 (other arguments than ours, which stays so), 312 and 313 (no fault of a channel). */
const RABBITMQ = [
  ...of('rabbitmq', 'amqp', {
    320: ['an operator or a shutdown closed the connection', 'lost'],
    403: ['the account is not admitted', 'refused'],
    404: ['no such queue or exchange: it is being made again', 'refused'],
    405: ['the queue is locked', 'refused'],
    501: ['a garbled frame', 'lost'],
    502: ['a garbled frame', 'lost'],
    503: ['a frame out of order', 'lost'],
    504: ['the channel is not open', 'lost'],
    505: ['a frame out of order', 'lost'],
    506: ['short of resources', 'refused'],
    530: ['the virtual host is not open, or has too many connections', 'refused'],
    541: ['an error of the broker itself', 'lost'],
  }),
  ...of('rabbitmq', 'text', {
    '^(Channel|Connection) clos(ed|ing)|^channel closed': ['the channel or connection ended', 'lost'],
    '^Channel ended, no reply': ['the channel ended', 'lost'],
    '^Heartbeat timeout|^Unexpected close': ['the connection ended', 'lost'],
    '^Socket closed abruptly|^Handshake terminated by server': ['no connection was made', 'lost'],
    '^Frame on (channel != 0|unknown channel)|^Unexpected frame on channel|^Expected \\w+; got': [
      'no answer of RabbitMQ',
      'lost',
    ],
  }),
  ...of('rabbitmq', 'name', {
    BrokerUnavailableError: ['no connection, or lost before the confirm', 'lost'],
    NackedError: ['a queue is full or cannot store', 'refused'],
    UnroutableError: ['no queue is bound: it is being made again', 'refused'],
  }),
];

/** 2 may be an answer about what was asked for: whoever asks looks at that first (`ledger/reading`). */
const EVENT_STORE = [
  ...of('eventstore', 'grpc', {
    1: ['cancelled', 'lost'],
    2: ['a fault that it has no word for', 'lost'],
    4: ['no answer within the limit', 'lost'],
    8: ['short of a resource', 'refused'],
    10: ['aborted, its own limit of time among the reasons', 'lost'],
    13: ['an error of the server itself, or a broken stream', 'lost'],
    14: ['not to be reached', 'lost'],
    16: ['the account is not admitted', 'refused'],
  }),
  ...of('eventstore', 'type', {
    timeout: ['no answer within its limit', 'lost'],
    'deadline-exceeded': ['no answer within the limit', 'lost'],
    unavailable: ['not to be reached', 'lost'],
    cancelled: ['cancelled', 'lost'],
    'not-leader': ['another node leads', 'refused'],
    'access-denied': ['the account is not admitted', 'refused'],
  }),
  ...of('eventstore', 'name', {
    LedgerDivergedError: ['the ledger diverged, until an operator has decided', 'refused'],
    LedgerUnavailableError: ['not to be reached, nothing was stored', 'refused'],
    OutcomeUnknownError: ['the outcome of an append is unknown', 'lost'],
    NewerWriterError: ['a newer version of this program is being deployed', 'refused'],
  }),
];

/** Not here: 500 and 501, which the same request may get for ever; 401 and 403, which are the caller's own to judge. */
const HTTP = [
  ...of('http', 'status', {
    408: ['the request took too long to arrive', 'lost'],
    425: ['too early', 'refused'],
    429: ['too many requests', 'refused'],
    502: ['no answer behind the proxy', 'lost'],
    503: ['not now', 'refused'],
    504: ['no answer behind the proxy within its limit', 'lost'],
    507: ['no space', 'refused'],
  }),
  ...of('http', 'code', {
    UND_ERR_CONNECT_TIMEOUT: ['no connection within the limit', 'lost'],
    UND_ERR_HEADERS_TIMEOUT: ['no answer within the limit', 'lost'],
    UND_ERR_BODY_TIMEOUT: ['the answer stopped', 'lost'],
    UND_ERR_SOCKET: ['the connection ended', 'lost'],
    UND_ERR_CLOSED: ['the connection ended', 'lost'],
    UND_ERR_DESTROYED: ['the connection ended', 'lost'],
    UND_ERR_ABORTED: ['given up', 'lost'],
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['half an answer', 'lost'],
    UND_ERR_RES_EXCEEDED_MAX_SIZE: ['an answer without an end', 'lost'],
    ERR_STREAM_PREMATURE_CLOSE: ['half an answer', 'lost'],
    ERR_JWKS_TIMEOUT: ['the keys of tokens did not come within the limit', 'lost'],
    'HPE_*': ['no answer of HTTP', 'lost'],
  }),
  ...of('http', 'text', {
    '^fetch failed$': ['no answer', 'lost'],
    '^terminated$': ['half an answer', 'lost'],
    '^socket hang up$': ['the connection ended', 'lost'],
  }),
];

const SOCKET = of('socket', 'code', {
  ECONNREFUSED: ['nobody listens', 'lost'],
  ECONNRESET: ['the connection was reset', 'lost'],
  ECONNABORTED: ['the connection was aborted', 'lost'],
  EPIPE: ['the other side is gone', 'lost'],
  ETIMEDOUT: ['no answer of the other host', 'lost'],
  EHOSTUNREACH: ['no route to the host', 'lost'],
  ENETUNREACH: ['no route to the network', 'lost'],
  EHOSTDOWN: ['the host is down', 'lost'],
  ENETDOWN: ['the network is down', 'lost'],
  ENETRESET: ['the network was reset', 'lost'],
  EADDRNOTAVAIL: ['no address or port is free', 'lost'],
  ENOTCONN: ['not connected', 'lost'],
  ESHUTDOWN: ['closed already', 'lost'],
  ENOBUFS: ['no buffers are free', 'lost'],
  ENONET: ['no network', 'lost'],
  ERR_SOCKET_CLOSED: ['closed already', 'lost'],
  ERR_STREAM_DESTROYED: ['closed already', 'lost'],
  ERR_STREAM_WRITE_AFTER_END: ['closed already', 'lost'],
  'ERR_HTTP2_*': ['the session ended', 'lost'],
  ENOENT: ['no socket file: the server is not up', 'lost', { syscall: 'connect' }],
  EACCES: ['the way is barred', 'lost', { syscall: 'connect' }],
  EPERM: ['the way is barred', 'lost', { syscall: 'connect' }],
});

const DNS = of('dns', 'code', {
  ENOTFOUND: ['the name is not known', 'lost'],
  'EAI_*': ['no answer of the resolver', 'lost'],
  ESERVFAIL: ['no answer of the server of names', 'lost'],
  EREFUSED: ['the server of names refuses', 'lost'],
  ETIMEOUT: ['the server of names is silent', 'lost'],
  ENODATA: ['the name has no address', 'lost'],
});

/** Certificates are of the other side, and are being changed: nothing of ours is at fault, and each passes. */
const TLS = of('tls', 'code', {
  EPROTO: ['no TLS, or another', 'lost'],
  'ERR_SSL_*': ['the handshake failed', 'lost'],
  'ERR_TLS_*': ['the handshake failed', 'lost'],
  CERT_HAS_EXPIRED: ['the certificate has expired', 'lost'],
  CERT_NOT_YET_VALID: ['the certificate does not hold yet', 'lost'],
  CERT_REVOKED: ['the certificate was revoked', 'lost'],
  CERT_UNTRUSTED: ['the certificate is not trusted', 'lost'],
  CERT_REJECTED: ['the certificate is not taken', 'lost'],
  CERT_SIGNATURE_FAILURE: ['the signature does not hold', 'lost'],
  CRL_HAS_EXPIRED: ['the list of revocations has expired', 'lost'],
  HOSTNAME_MISMATCH: ['the certificate is for another name', 'lost'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['the certificate signs itself', 'lost'],
  SELF_SIGNED_CERT_IN_CHAIN: ['the issuer is not known here', 'lost'],
  UNABLE_TO_GET_CRL: ['the list of revocations is not available', 'lost'],
  UNABLE_TO_GET_ISSUER_CERT: ['the issuer is not known here', 'lost'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['the issuer is not known here', 'lost'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['the chain is not whole', 'lost'],
});

const HOST = of('host', 'code', {
  EMFILE: ['too many open files of this process', 'refused'],
  ENFILE: ['too many open files', 'refused'],
  ENOMEM: ['no memory', 'refused'],
  EAGAIN: ['no process, or no place in a queue, is free', 'refused'],
  ENOSPC: ['no space', 'refused'],
  EDQUOT: ['no space', 'refused'],
  EROFS: ['the file system is read-only', 'refused'],
  EIO: ['an error of the disk', 'refused'],
  ESTALE: ['the file system was taken away', 'refused'],
});

const POLICY = [
  ...of('policy', 'mark', {
    isBrokenCircuitError: ['it failed so often that it is not called now', 'refused'],
    isTaskCancelledError: ['no answer within the limit', 'lost'],
    isBulkheadRejectedError: ['too many calls are under way', 'refused'],
  }),
  ...of('policy', 'name', {
    AbortError: ['given up', 'lost'],
    TimeoutError: ['no answer within the limit', 'lost'],
  }),
];

/**
 * The faults that pass by themselves, of every server that we depend on: the one table of all processes. A fault
 * without a row is unknown, which is not the same as permanent.
 */
export const TRANSIENT_FAULTS: readonly TransientFault[] = [
  ...[...POSTGRES, ...POSTGRES_CLIENT, ...KNEX],
  ...[...REDIS, ...RABBITMQ, ...EVENT_STORE, ...HTTP],
  ...[...SOCKET, ...DNS, ...TLS, ...HOST, ...POLICY],
];
