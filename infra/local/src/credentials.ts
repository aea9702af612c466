import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '@order-ledger/platform/own-program';
import { writeSecretJson } from '@order-ledger/platform/secret-file';
import { ServiceProblem } from './problem.ts';
import { type Dependencies, PROCESSES } from './processes.ts';
import { allTokens, type SigningKey } from './tokens.ts';

interface CredentialsOptions {
  root: string;
  /** The folder `.data`. */
  data: string;
  dependencies: Dependencies;
  /** For an account that may only read. */
  eventStore: string;
  signingKey: SigningKey;
  report: (line: string) => void;
}

interface PartnerKey {
  partner_id: string;
  api_key: string;
}

/**
 * Partners get their keys once; later starts read them from here, because the database holds only hashes. A key that the
 * database does not know any more, because another one was restored or made, is replaced.
 */
const seedPartners = (
  root: string,
  databaseUrl: string,
  file: string,
  report: (line: string) => void,
): PartnerKey[] => {
  const known: PartnerKey[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const program = programOf('command-api', { file: 'seed-partners', root });
  const seeded = spawnSync(process.execPath, [program], {
    encoding: 'utf8',
    input: JSON.stringify(known),
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  if (seeded.status !== 0) throw new ServiceProblem(`Making the partners failed:\n${seeded.stderr}${seeded.stdout}`);
  const { made, without } = JSON.parse(seeded.stdout) as { made: PartnerKey[]; without: string[] };
  if (without.length > 0)
    report(`The keys in ${file} of ${without.join(', ')} are dead, and each has two live ones already: revoke one.`);
  const isRenewed = ({ partner_id }: PartnerKey) => made.some((each) => each.partner_id === partner_id);
  const renewed = known.filter(isRenewed).map(({ partner_id }) => partner_id);
  if (renewed.length > 0)
    report(`The database no longer knew the keys in ${file} of ${renewed.join(', ')}: each has a new one.`);
  const partners = [...known.filter((key) => !isRenewed(key)), ...made];
  writeSecretJson(file, partners);
  return partners;
};

/** Writes `.data/credentials.json`: new tokens, the partners' keys and all addresses, for their owner's eyes only. */
export const writeCredentials = async (options: CredentialsOptions): Promise<void> => {
  const { root, data, dependencies, eventStore, signingKey, report } = options;
  const { databases, redis, amqp, urlOf } = dependencies;
  writeSecretJson(join(data, 'credentials.json'), {
    ...(await allTokens(signingKey)),
    partners: seedPartners(root, databases.command_api ?? '', join(data, 'partners.json'), report),
    addresses: {
      event_store: eventStore,
      database: databases.command_api,
      redis,
      amqp,
      ...Object.fromEntries(
        PROCESSES.flatMap(({ name, port }) => (port === undefined ? [] : [[name.replaceAll('-', '_'), urlOf(name)]])),
      ),
    },
  });
};
