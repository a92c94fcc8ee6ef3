import { type Rng, seededRng } from '@cairn/kernel';
import { type Generator, number, readOptions, rowOf, text } from './generator.ts';
import { type Row, rounded } from './table.ts';

const COUNTRIES = ['US', 'DE', 'IN', 'BR', 'JP', 'KE'] as const;
const DEVICES = ['mobile', 'desktop', 'tablet'] as const;
const PAGES = ['/', '/search', '/product', '/cart', '/checkout', '/help'] as const;
const BROWSERS = [
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
] as const;

const columns = [
  text('event_id', 'Unique, in order of time.'),
  text('date', 'Day of the event, 2026-10-01 and after: the natural partition.'),
  text('time', 'Time of the day, UTC.'),
  text('country', COUNTRIES.join(', ')),
  text('device', DEVICES.join(', ')),
  text('page', PAGES.join(', ')),
  text('session_id', 'About six events a session.'),
  text('user_agent', 'A long text that few queries need: what a columnar format spares.'),
  number('duration_ms', 'Time to answer.', 'ms'),
  number('bytes', 'Size of the answer.', 'bytes'),
  number('status', 'HTTP status: 200, 404 or 500.'),
  number('order_usd', 'Value of the order on /checkout, else 0.', 'USD'),
];

const options = [{ name: 'days', about: 'Days that the rows spread over, evenly.', fallback: 10, least: 1, most: 365 }];

const FIRST_DAY = Date.UTC(2026, 9, 1);
const DAY_SECONDS = 86_400;

function event(rng: Rng, index: number, second: number): Row {
  const at = new Date(FIRST_DAY + second * 1000).toISOString();
  const deviceIndex = rng.next() < 0.6 ? 0 : 1 + rng.below(2);
  const page = PAGES[Math.min(rng.below(6), rng.below(6))] ?? '/';
  const draw = rng.next();
  return rowOf(columns, {
    event_id: `e${String(index + 1).padStart(8, '0')}`,
    date: at.slice(0, 10),
    time: at.slice(11, 19),
    country: COUNTRIES[Math.min(rng.below(6), rng.below(6))] ?? 'US',
    device: DEVICES[deviceIndex] ?? 'mobile',
    page,
    session_id: `s${String(Math.floor(index / 6) * 7 + rng.below(7)).padStart(8, '0')}`,
    user_agent: BROWSERS[deviceIndex] ?? BROWSERS[0],
    duration_ms: Math.round(Math.exp(4.2 + 0.6 * rng.normal())),
    bytes: Math.round(Math.exp(8.5 + 0.9 * rng.normal())),
    status: draw < 0.01 ? 500 : draw < 0.04 ? 404 : 200,
    order_usd: page === '/checkout' && draw >= 0.04 ? rounded(Math.exp(3.6 + 0.7 * rng.normal()), 2) : 0,
  });
}

export const webEvents: Generator = {
  name: 'web-events',
  about: 'Requests to a web shop over some days, for a data lake.',
  columns,
  options,
  learnable: 'Nothing is to be predicted. Each day has the same number of rows, in order of time.',
  generate({ seed, rows, options: given }) {
    const { days = 1 } = readOptions(options, given);
    const rng = seededRng(`web-events:${seed}`);
    const spacing = (Math.floor(days) * DAY_SECONDS) / rows;
    return Array.from({ length: rows }, (_, index) => event(rng, index, Math.floor(index * spacing)));
  },
};
