import type { SystemEvidence } from '@order-ledger/diagnosis/evidence';
import type { Program } from '@order-ledger/diagnosis/incident/incident';
import { type FollowerPlace, readFollowers } from '@order-ledger/diagnosis/reading/followers';
import { readParkedOrders } from '@order-ledger/diagnosis/reading/parked';
import { type Answer as Asked, isKnown } from '@order-ledger/platform/within';
import { oldestAbove } from '@order-ledger/read-model/reading/oldest-above';
import { readProjectionState } from '@order-ledger/read-model/reading/projection-state';
import type { SystemAnswer } from '../presentation/system-answer.ts';
import type { Source, Sources } from '../sources.ts';
import type { Looking } from '../stuck/looking.ts';
import { readParameters } from './parameter-forms.ts';
import { noParameters } from './parameters.ts';
import { type Answer, keepPrivate, tellFreshness } from './question.ts';

/** Its heartbeat is written every few seconds, so a lag below that says nothing. */
const PROJECTOR_BEHIND_MS = 10_000;

type Follower = SystemAnswer['followers'][number];

const known = <T>(answer: Asked<readonly T[]>): T[] | null => (isKnown(answer) ? [...answer.is] : null);

const textOf = (about: object, name: string): string | null => {
  const value = (about as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : null;
};

/** Each instance as it answers, with which program it is; both were asked in the order of their addresses. */
const presentProcesses = (
  processes: SystemEvidence['processes'],
  programs: readonly Program[],
): SystemAnswer['processes'] =>
  known(processes)?.map(({ name, state, silence, codes }, index) => {
    const program = programs[index];
    const about = program !== undefined && isKnown(program.about) ? program.about.is : {};
    return {
      ...{ name, state, silence, codes: [...codes] },
      ...{ version: textOf(about, 'version'), node_version: textOf(about, 'node_version') },
      started_at: textOf(about, 'started_at'),
    };
  }) ?? null;

interface Checkpoint {
  readonly process: string;
  readonly name: string | null;
  readonly position: string | null;
  readonly moved_at: string | null;
}

/** Whoever has done the last event that the tables hold is not behind: positions of `$all` have no distance. */
const presentFollower = async (
  source: Source,
  { process, name, position, moved_at }: Checkpoint,
  { last, at }: { last: bigint | null; at: string },
): Promise<Follower> => {
  const told = { process, name, position, moved_at };
  if (last === null) return { ...told, behind: null, lag_ms: null };
  if (position !== null && BigInt(position) >= last) return { ...told, behind: false, lag_ms: 0 };
  const oldest = await oldestAbove(source, position);
  return { ...told, behind: true, lag_ms: oldest && Math.max(0, Date.parse(at) - oldest.getTime()) };
};

const checkpointsOf = ({ relays, reactions }: SystemEvidence, places: readonly FollowerPlace[]): Checkpoint[] => [
  ...(known(relays)?.map(({ exchange, commit_position, updated_at }) => ({
    ...{ process: 'bridge', name: exchange, position: commit_position, moved_at: updated_at },
  })) ?? []),
  ...(isKnown(reactions) && reactions.is !== null
    ? [
        {
          ...{ process: 'process-manager', name: null, position: reactions.is.commit_position },
          moved_at: reactions.is.updated_at,
        },
      ]
    : []),
  ...places.map(({ process, commit_position, updated_at }) => ({
    ...{ process, name: null, position: commit_position, moved_at: updated_at },
  })),
];

const followersOf = async (
  source: Source,
  system: SystemEvidence,
  places: readonly FollowerPlace[],
): Promise<Follower[]> => {
  const { position_commit, tail_reached_at } = await readProjectionState(source);
  const last = position_commit === null ? null : BigInt(position_commit);
  const projector: Follower = {
    ...{ process: 'projector', name: null, position: position_commit, lag_ms: source.lagMs },
    behind: source.lagMs === null ? null : source.lagMs > PROJECTOR_BEHIND_MS,
    moved_at: tail_reached_at?.toISOString() ?? null,
  };
  const others = checkpointsOf(system, places).map((checkpoint) =>
    presentFollower(source, checkpoint, { last, at: system.at }),
  );
  return [projector, ...(await Promise.all(others))];
};

const awayOf = (
  system: SystemEvidence,
  objectives: Asked<unknown>,
  readings: Readonly<Record<'parked' | 'followers', readonly string[]>>,
): SystemAnswer['away'] => {
  const { processes, queues, relays, reactions, lanes } = system;
  const asked: Readonly<Record<string, Asked<unknown>>> = { processes, queues, relays, reactions, lanes, objectives };
  return [
    ...Object.entries(asked).flatMap(([source, answer]) => (isKnown(answer) ? [] : [{ source, says: answer.unknown }])),
    ...Object.entries(readings).flatMap(([source, away]) => away.map((says) => ({ source, says }))),
  ];
};

/** The system as a whole, as far as this account may know it. */
export const systemAnswers = ({ sources, looking }: { sources: Sources; looking: Looking }) => {
  const system: Answer = async ({ request, response }) => {
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const [around, programs, objectives, { parked, away }, followers] = await Promise.all([
      looking.system(source),
      looking.programs(source),
      looking.objectives(source),
      readParkedOrders(source),
      readFollowers(source),
    ]);
    const { ledger, processes, queues, lanes } = around;
    const answer: SystemAnswer = {
      at: around.at,
      ledger: isKnown(ledger) ? ledger.is : `away: ${ledger.unknown}`,
      processes: presentProcesses(processes, programs),
      followers: await followersOf(source, around, followers.places),
      queues: known(queues),
      lanes: known(lanes),
      parked: [...parked],
      objectives: known(objectives),
      away: awayOf(around, objectives, { parked: away, followers: followers.away }),
    };
    keepPrivate(response);
    response.json(answer);
  };

  return { readSystem: system };
};
