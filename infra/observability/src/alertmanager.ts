import { stringify } from 'yaml';

/** Where each kind of alert is told; without an address it is shown by Alertmanager alone. */
export interface Addresses {
  page?: string;
  ticket?: string;
  /** Something that raises the alarm when it hears nothing any more. */
  watchdog?: string;
}

const receiver = (name: keyof Addresses, url: string | undefined) => ({
  name,
  ...(url === undefined ? {} : { webhook_configs: [{ url, send_resolved: name !== 'watchdog' }] }),
});

/** A page leaves within this time, and what comes with it goes in the same message. */
const GATHER = '5s';

/**
 * Who is told what, and what is not told because something else explains it. Only what the same cause explains is kept
 * back: never what callers feel.
 */
export const alertmanagerConfig = (addresses: Addresses = {}) => ({
  route: {
    receiver: 'ticket',
    group_by: ['alertname', 'service', 'slo'],
    group_wait: '1m',
    group_interval: '5m',
    repeat_interval: '24h',
    routes: [
      {
        receiver: 'watchdog',
        matchers: ['alertname = Watchdog'],
        group_wait: '0s',
        group_interval: '1m',
        repeat_interval: '1m',
      },
      {
        receiver: 'page',
        matchers: ['severity = page'],
        group_wait: GATHER,
        group_interval: '1m',
        repeat_interval: '4h',
      },
    ],
  },
  inhibit_rules: [
    // The fast burn says it already.
    {
      source_matchers: ['slo != ""', 'severity = page'],
      target_matchers: ['slo != ""', 'severity = ticket'],
      equal: ['slo'],
    },
    // The same burn in the longer window.
    { source_matchers: ['slo != ""', 'window = 1h'], target_matchers: ['slo != ""', 'window = 6h'], equal: ['slo'] },
    // Who is down fails its checks, is slow, and gives no metrics.
    {
      source_matchers: ['alertname =~ "TargetDown|ServiceMissing|ServerDown"'],
      target_matchers: [
        'alertname =~ "NotReady|StartsAgainAndAgain|EventLoopHeld|ConnectionsExhausted|TelemetryMissing|BreakerOpen"',
      ],
      equal: ['service'],
    },
    // The ledger is another one: whoever stops because of it stands, on purpose.
    { source_matchers: ['alertname = LedgerDiverged'], target_matchers: ['alertname =~ "FollowerStands|NotReady"'] },
    { source_matchers: ['alertname = QueueNearlyFull'], target_matchers: ['alertname = QueueDeep'], equal: ['queue'] },
  ],
  receivers: [
    receiver('page', addresses.page),
    receiver('ticket', addresses.ticket),
    receiver('watchdog', addresses.watchdog),
  ],
});

export const alertmanagerYaml = (addresses: Addresses = {}): string =>
  `# Made by \`npm run docs\` from src/alertmanager.ts: change that.\n${stringify(alertmanagerConfig(addresses), { lineWidth: 0 })}`;
