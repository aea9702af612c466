import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { PageLink } from '../app/page-link.tsx';
import { useFineDurationText } from '../system/duration.tsx';
import { numberText, shareText } from '../system/formats.ts';
import { STATUS_LOOK } from '../system/status-look.ts';
import { boardOf, type FlowEdge, type FlowNode } from './flow-figures.ts';
import { layoutOf, NODE, pathOf } from './flow-layout.ts';
import './flow.css';

/** The thickest line, pixels. */
const THICKEST = 5;

const thicknessOf = (count: number, most: number): number =>
  count === 0 ? 1 : 1.5 + (THICKEST - 1.5) * Math.sqrt(count / Math.max(1, most));

export const Node = ({ node }: { node: FlowNode }) => {
  const t = useTranslations();
  const locale = useLocale();
  const duration = useFineDurationText();
  const { status, now, came, meanMs } = node;
  const name = t(`status.${status}`);
  return (
    <Link
      to="/"
      search={boardOf(status)}
      className="flow-node"
      data-hue={STATUS_LOOK[status].hue}
      data-none={now === 0 || undefined}
      title={t('flow.came', { count: came })}
    >
      <span className="flow-node-line">
        <span className="cut flow-node-name">{name}</span>
        <b>{now === null ? '…' : numberText(now, locale)}</b>
      </span>
      <span className="flow-node-line flow-node-small">
        <span className="cut">
          {meanMs === null ? t('flow.came-short', { count: came }) : t('flow.mean', { duration: duration(meanMs) })}
        </span>
      </span>
    </Link>
  );
};

interface FlowGraphProps {
  nodes: readonly FlowNode[];
  ways: readonly FlowEdge[];
  /** Which time is looked at, as the page of a way takes it. */
  period: object;
}

/** The statuses with who stands there, and the ways between them as thick as many went. */
export const FlowGraph = ({ nodes, ways, period }: FlowGraphProps) => {
  const t = useTranslations();
  const locale = useLocale();
  const duration = useFineDurationText();
  const plan = useMemo(() => layoutOf(ways), [ways]);
  const most = Math.max(0, ...ways.map(({ count }) => count));
  const known = new Map(ways.map((way) => [`${way.from} ${way.to}`, way]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="flow-scroll" aria-label={t('flow.graph')} tabIndex={0}>
      <div className="flow-graph" style={{ width: plan.width, height: plan.height }}>
        <svg width={plan.width} height={plan.height} aria-hidden="true">
          <defs>
            <marker
              id="flow-arrow"
              viewBox="0 0 8 8"
              refX="6"
              refY="4"
              markerWidth="12"
              markerHeight="12"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M 0 0 L 8 4 L 0 8 z" className="flow-arrow" />
            </marker>
          </defs>
          {plan.ways.map(({ from, to, points }) => {
            const count = known.get(`${from} ${to}`)?.count ?? 0;
            return (
              <path
                key={`${from} ${to}`}
                d={pathOf(points)}
                className="flow-way"
                data-none={count === 0 || undefined}
                strokeWidth={thicknessOf(count, most)}
                markerEnd="url(#flow-arrow)"
              />
            );
          })}
        </svg>
        {nodes.map((node) => {
          const place = plan.nodes.get(node.status);
          return place === undefined ? null : (
            <div key={node.status} className="flow-place" style={{ left: place.x, top: place.y, ...NODE }}>
              <Node node={node} />
            </div>
          );
        })}
        {plan.ways.map(({ from, to, label }) => {
          const way = known.get(`${from} ${to}`);
          if (way === undefined || way.count === 0) return null;
          const says = t('flow.way', {
            ...{ from: t(`status.${from}`), to: t(`status.${to}`), count: way.count },
            ...{ share: shareText(way.rate, locale), duration: way.medianMs === null ? '–' : duration(way.medianMs) },
          });
          return (
            <PageLink
              key={`${from} ${to}`}
              page="durations"
              search={{ ...period, from, to }}
              className="flow-label"
              style={{ left: label.x, top: label.y }}
              title={says}
            >
              <span className="only-read">
                {t('flow.way-name', { from: t(`status.${from}`), to: t(`status.${to}`) })}{' '}
              </span>
              <b>{numberText(way.count, locale)}</b> {shareText(way.rate, locale)}
            </PageLink>
          );
        })}
      </div>
    </section>
  );
};
