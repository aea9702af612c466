import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createLocalJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { z } from 'zod';

// What a plain program does for a command: check the token and the body, change the row and keep a line of history, in
// one transaction. It knows no graph, no idempotency, no events.
const { DATABASE_URL: connectionString = '', JWKS = '' } = process.env;
const pool = new pg.Pool({ connectionString, max: 10 });
const keys = createLocalJWKSet(JSON.parse(readFileSync(JWKS, 'utf8')));
const body = z.strictObject({
  customer_ref: z.string().min(1).max(100).optional(),
  channel: z.enum(['ONLINE_STORE', 'CRM', 'API']).optional(),
  priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']).optional(),
  reason: z.string().max(100).optional(),
});

await pool.query(`
  create table crud_order (order_id uuid primary key, status text not null, data jsonb not null, version integer not null);
  create table crud_history (order_id uuid not null, version integer not null, change jsonb not null,
    changed_by text not null, changed_at timestamptz not null default now(), primary key (order_id, version))`);

const app = express();
app.use(express.json());
app.post('/orders/:order_id', async (request, response) => {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const { payload } = await jwtVerify(token, keys);
  const change = body.parse(request.body);
  const { order_id } = request.params;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query({
      name: 'change',
      text: `insert into crud_order values ($1, 'INITIATED', $2, 1)
             on conflict (order_id) do update set data = crud_order.data || excluded.data, version = crud_order.version + 1
             returning version`,
      values: [order_id, change],
    });
    await client.query({
      name: 'history',
      text: 'insert into crud_history (order_id, version, change, changed_by) values ($1, $2, $3, $4)',
      values: [order_id, rows[0]?.version, change, payload.sub],
    });
    await client.query('commit');
    response.json({ order_id, version: rows[0]?.version });
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
