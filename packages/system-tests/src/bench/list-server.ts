import type { AddressInfo } from 'node:net';
import { LISTED_COLUMNS } from '@order-ledger/read-model/reading/order-columns';
import express from 'express';
import pg from 'pg';

// What a plain program does for a page and for an order: a prepared statement, and JSON of its rows. It asks nobody who
// he is, and hides nothing.
const { DATABASE_URL: connectionString = '' } = process.env;
const pool = new pg.Pool({ connectionString, max: 10 });
const app = express();
app.disable('etag');
app.get('/orders', async (_request, response) => {
  const { rows } = await pool.query({
    name: 'page',
    text: `select ${LISTED_COLUMNS} from read_model_1.order_row o order by o.sort_key desc, o.order_id desc limit 50`,
  });
  response.json({ orders: rows });
});
app.get('/orders/:order_id', async (request, response) => {
  const values = [request.params.order_id];
  const [order, timeline] = await Promise.all([
    pool.query({ name: 'order', text: 'select * from read_model_1.order_row where order_id = $1', values }),
    pool.query({
      name: 'timeline',
      text: 'select * from read_model_1.order_timeline where order_id = $1 order by event_version',
      values,
    }),
  ]);
  response.json({ ...order.rows[0], timeline: timeline.rows });
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
