import type { CallerGroup } from '@order-ledger/platform/http/callers';
import type { z } from 'zod';
import * as answers from '../presentation/answers.ts';
import * as house from '../presentation/house-answers.ts';
import * as pricing from '../presentation/pricing-answers.ts';
import * as stuck from '../presentation/stuck-answers.ts';
import { systemAnswer } from '../presentation/system-answer.ts';
import { type Access, OWN_BUSINESS, OWN_ORDERS, WHOLE_HOUSE } from './access.ts';
import { listParameters } from './list-query.ts';
import * as parameters from './parameters.ts';

/** A query as data: who may ask it, what it takes, what it answers. The OpenAPI document is made of these. */
export interface QueryRoute {
  path: string;
  summary: string;
  /** For whom it is first of all; whoever `access` admits may ask too. */
  askedBy: readonly CallerGroup[];
  access: Access;
  parameters: z.ZodObject;
  answer: { name: string; schema: z.ZodType };
  /** Instead of JSON. */
  bytes?: 'model/gltf-binary';
  /** Beside JSON. */
  alsoProduces?: 'text/csv' | 'text/html';
  /** Instead of JSON: a stream, each event's data as `answer` says. */
  streams?: true;
  /** Statuses beside 200 and the problems that every route has. */
  statuses?: Readonly<Record<number, string>>;
}

const ORDER = '/v1/orders/:order_id';

/** Every route that needs a credential: what is not here is refused. */
export const QUERY_ROUTES = {
  listOrders: {
    path: '/v1/orders',
    summary: 'orders, by page',
    askedBy: ['store', 'partner', 'CRM', 'operator', 'carrier', 'analyst', 'administrator'],
    access: OWN_ORDERS,
    parameters: listParameters,
    answer: { name: 'OrderList', schema: answers.listAnswer },
  },
  readOrder: {
    path: ORDER,
    summary: 'one order with its durations, its price and what this caller may do next',
    askedBy: ['store', 'partner', 'CRM', 'operator', 'carrier', 'administrator'],
    access: OWN_ORDERS,
    parameters: parameters.orderParameters,
    answer: { name: 'OrderDetail', schema: answers.orderDetailAnswer },
    statuses: {
      202: 'min_version is not there yet: the order as it is known',
      304: 'still the version of If-None-Match',
    },
  },
  readTimeline: {
    path: `${ORDER}/timeline`,
    summary: 'the events of an order: who, why, when, from where to where',
    askedBy: ['store', 'partner', 'CRM', 'carrier', 'analyst', 'administrator'],
    access: OWN_ORDERS,
    parameters: parameters.timelineParameters,
    answer: { name: 'Timeline', schema: answers.timelinePageAnswer },
  },
  readStages: {
    path: `${ORDER}/stages`,
    summary: 'the visits of an order, with time on hold and in error',
    askedBy: ['partner', 'CRM', 'analyst'],
    access: OWN_ORDERS,
    parameters: parameters.asOfOnly,
    answer: { name: 'Stages', schema: answers.stagesAnswer },
  },
  readProspects: {
    path: `${ORDER}/prospects`,
    summary: 'every command that this caller could be granted, whether it may be sent now, and why not',
    askedBy: ['store', 'partner', 'CRM', 'operator'],
    access: OWN_BUSINESS,
    parameters: parameters.noParameters,
    answer: { name: 'Prospects', schema: answers.prospectsAnswer },
  },
  readPricing: {
    path: `${ORDER}/pricing`,
    summary: 'how far the price of an order is: place in the queue, progress, estimate',
    askedBy: ['store', 'partner', 'CRM'],
    access: OWN_BUSINESS,
    parameters: parameters.noParameters,
    answer: { name: 'Pricing', schema: answers.pricingAnswer },
  },
  readPreview: {
    path: `${ORDER}/preview`,
    summary: 'how the model of an order looks: a small mesh of it, with the faces at fault marked; see upload-api',
    askedBy: ['store', 'partner', 'CRM', 'operator'],
    access: OWN_BUSINESS,
    parameters: parameters.noParameters,
    answer: { name: 'Preview', schema: answers.previewAnswer },
    bytes: 'model/gltf-binary',
    statuses: { 304: 'still the one of If-None-Match' },
  },
  readMarks: {
    path: `${ORDER}/preview/marks`,
    summary:
      'where the faces are for which the measure of an order refuses it: walls too thin; the preview has the others',
    askedBy: ['store', 'partner', 'CRM', 'operator'],
    access: OWN_BUSINESS,
    parameters: parameters.noParameters,
    answer: { name: 'Marks', schema: answers.marksAnswer },
  },
  streamEvents: {
    path: '/v1/events',
    summary: 'events as they come (server-sent events), resumable by Last-Event-ID',
    askedBy: ['store', 'partner', 'CRM', 'operator', 'carrier'],
    access: OWN_ORDERS,
    parameters: parameters.eventsParameters,
    answer: { name: 'StreamedEvent', schema: answers.streamedAnswer },
    streams: true,
  },
  readBoard: {
    path: '/v1/board',
    summary: 'how many orders stand where, and the oldest of each status',
    askedBy: ['CRM', 'operator', 'analyst'],
    access: WHOLE_HOUSE,
    parameters: parameters.asOfOnly,
    answer: { name: 'Board', schema: house.boardAnswer },
  },
  readFlow: {
    path: '/v1/flow',
    summary: 'the edges that orders took, with rates and times; the last 30 days unless asked otherwise',
    askedBy: ['analyst'],
    access: WHOLE_HOUSE,
    parameters: parameters.flowParameters,
    answer: { name: 'Flow', schema: house.flowAnswer },
  },
  readDurations: {
    path: '/v1/durations',
    summary: 'how long orders take from any status to any other, over all history',
    askedBy: ['analyst'],
    access: WHOLE_HOUSE,
    parameters: parameters.durationsParameters,
    answer: { name: 'Durations', schema: house.durationsAnswer },
    alsoProduces: 'text/csv',
  },
  readLeadTimes: {
    path: '/v1/lead-times',
    summary: 'the named lead times',
    askedBy: ['analyst'],
    access: WHOLE_HOUSE,
    parameters: parameters.leadTimesParameters,
    answer: { name: 'LeadTimes', schema: house.leadTimesAnswer },
    alsoProduces: 'text/csv',
  },
  readShopFloor: {
    path: '/v1/shop-floor',
    summary: 'the queue of the shop floor: what is ready, what is claimed and by whom',
    askedBy: ['operator'],
    access: WHOLE_HOUSE,
    parameters: parameters.shopFloorParameters,
    answer: { name: 'ShopFloor', schema: house.shopFloorAnswer },
  },
  readPricingWork: {
    path: '/v1/pricing/jobs',
    summary: 'calculations of prices: what runs and how far it is, what waits, lanes, slots, what died',
    askedBy: ['CRM', 'administrator'],
    access: WHOLE_HOUSE,
    parameters: parameters.pricingWorkParameters,
    answer: { name: 'PricingWork', schema: pricing.pricingWorkAnswer },
  },
  listStuck: {
    path: '/v1/stuck',
    summary:
      'active orders that are past their limit, each with a verdict and what it rests on; the longest past first',
    askedBy: ['CRM', 'operator', 'administrator'],
    access: WHOLE_HOUSE,
    parameters: parameters.stuckParameters,
    answer: { name: 'StuckOrders', schema: stuck.stuckAnswer },
  },
  readDiagnosis: {
    path: `${ORDER}/diagnosis`,
    summary: 'why an order stands where it stands, whether it is past its limit or not',
    askedBy: ['CRM', 'operator', 'administrator'],
    access: WHOLE_HOUSE,
    parameters: parameters.noParameters,
    answer: { name: 'Diagnosis', schema: stuck.diagnosisAnswer },
  },
  readIncident: {
    path: `${ORDER}/incident`,
    summary: 'everything about an order in one file: events, jobs, messages, spans, logs, programs, verdict; masked',
    askedBy: ['administrator'],
    access: WHOLE_HOUSE,
    parameters: parameters.incidentParameters,
    answer: { name: 'Incident', schema: stuck.incidentAnswer },
    alsoProduces: 'text/html',
  },
  readProjections: {
    path: '/v1/projections',
    summary: 'how far the tables are behind the ledger',
    askedBy: ['administrator'],
    access: WHOLE_HOUSE,
    parameters: parameters.noParameters,
    answer: { name: 'Projections', schema: house.projectionsAnswer },
  },
  readSystem: {
    path: '/v1/system',
    summary: 'every process with its checks, followers of the ledger, queues, lanes, and orders that are parked',
    askedBy: ['administrator'],
    access: WHOLE_HOUSE,
    parameters: parameters.noParameters,
    answer: { name: 'System', schema: systemAnswer },
  },
} as const satisfies Record<string, QueryRoute>;

export type QueryName = keyof typeof QUERY_ROUTES;
