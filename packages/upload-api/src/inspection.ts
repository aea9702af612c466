import { fork } from 'node:child_process';
import { once } from 'node:events';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { programOf } from '@order-ledger/platform/own-program';
import { createGate } from './gate.ts';
import type { GeometryFault, InspectionReport, Structure } from './inspection-report.ts';
import { uploadMetrics } from './metrics.ts';
import type { Fault } from './records.ts';

export type Verdict =
  /**
   * `geometry` null: nobody has looked at it, the model is too large or looking came to no end. `preview` null: making it
   * came to no end.
   */
  | {
      ok: true;
      sha256: string;
      structure: Structure;
      warnings: GeometryFault[];
      geometry: GeometryFault[] | null;
      preview: Uint8Array | null;
    }
  | { ok: false; sha256: string; fault: Fault };

/** Looks at a file; rejects when that comes to no end, with the signal's reason when it is told to stop. */
export type Inspect = (file: { path: string; owner: string }, signal: AbortSignal) => Promise<Verdict>;

interface InspectionOptions {
  log: Log;
  /** Files at once; others wait, and their owners take turns. */
  atOnce: number;
  /** For the structure, and then for the preview and for the geometry each. */
  limitMs: number;
  geometryLimitMs: number;
  memoryMb: number;
  geometryLimitTriangles: number;
}

const CHILD = programOf('upload-api', { file: 'inspection-child' });

/**
 * Inspects files in a child process: a mesh may cost seconds and hundreds of megabytes; this process must answer
 * meanwhile, and survive the child.
 */
export const createInspection = (options: InspectionOptions): Inspect => {
  const { log, atOnce, limitMs, geometryLimitMs, memoryMb, geometryLimitTriangles } = options;
  const within = createGate(atOnce);
  let running = 0;
  const count = (change: number): void => {
    running += change;
    uploadMetrics.inspecting.set({}, running);
  };

  const look = async (path: string, signal: AbortSignal): Promise<Verdict> => {
    signal.throwIfAborted();
    const child = fork(CHILD, [path, String(geometryLimitTriangles)], {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // A Ctrl-C is for this process, which then ends the other: else it would count as an inspection that failed.
      detached: true,
      // None of our secrets, and none of our output.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A preview comes as the bytes that it is.
      serialization: 'advanced',
    });
    const reports: InspectionReport[] = [];
    const kill = () => child.kill('SIGKILL');
    let timer = setTimeout(kill, limitMs);
    let structureAt: number | undefined;
    child.on('message', (message) => {
      const report = message as InspectionReport;
      if (report.kind === 'preview' && !reports.some(({ kind }) => kind === 'preview'))
        uploadMetrics.preview.observe({}, (performance.now() - (structureAt ?? 0)) / 1_000);
      reports.push(report);
      if (report.kind === 'structure') structureAt = performance.now();
      clearTimeout(timer);
      timer = setTimeout(kill, geometryLimitMs);
    });
    const leave = onAbort(signal, () => void kill());
    count(1);
    try {
      const [code, reason] = (await once(child, 'close')) as [number | null, string | null];
      signal.throwIfAborted();
      return verdictOf(reports, code === null ? `ended by ${reason}` : `exit code ${code}`);
    } finally {
      count(-1);
      clearTimeout(timer);
      leave();
    }
  };

  const verdictOf = (reports: readonly InspectionReport[], end: string): Verdict => {
    let structure: Extract<InspectionReport, { kind: 'structure' }> | undefined;
    let geometry: GeometryFault[] | null = null;
    let preview: Uint8Array | null = null;
    let failure = end;
    for (const report of reports) {
      if (report.kind === 'structure') structure = report;
      else if (report.kind === 'geometry') geometry = report.faults;
      else if (report.kind === 'preview') preview = report.file;
      else failure = report.reason;
    }
    if (structure === undefined) throw new Error(`the file was not inspected: ${failure}`);
    const { sha256, result } = structure;
    if (!result.ok) return { ok: false, sha256, fault: result.fault };
    if (geometry === null && result.model.triangles <= geometryLimitTriangles) {
      log.warn('the geometry of a model was not checked', { reason: failure, count: result.model.triangles });
    }
    if (preview === null) {
      log.warn('no preview of a model could be made', { reason: failure, count: result.model.triangles });
    }
    return { ok: true, sha256, structure: result.model, warnings: result.warnings, geometry, preview };
  };

  return ({ path, owner }, signal) => within(owner, () => look(path, signal));
};
