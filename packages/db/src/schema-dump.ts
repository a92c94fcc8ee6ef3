import { type RawBuilder, sql } from 'kysely';
import type { Db } from './connect.ts';

type Part = { readonly line: string };

const columns: RawBuilder<Part> = sql`
  select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
  order by c.relname collate "C", a.attnum`;

// Not-null constraints have rows of their own since PostgreSQL 18; the column lines say it already.
const constraints: RawBuilder<Part> = sql`
  select format('%s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.connamespace = current_schema()::regnamespace and k.contype <> 'n'
  order by c.relname collate "C", k.conname collate "C"`;

const indexes: RawBuilder<Part> = sql`
  select indexdef as line from pg_indexes where schemaname = current_schema()
  order by tablename collate "C", indexname collate "C"`;

const triggers: RawBuilder<Part> = sql`
  select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
  order by c.relname collate "C", t.tgname collate "C"`;

const functions: RawBuilder<Part> = sql`
  select pg_get_functiondef(p.oid) as line from pg_proc p
  where p.pronamespace = current_schema()::regnamespace order by p.proname collate "C"`;

/** The whole schema as text in a stable order, to compare and to review. Not meant to be run. */
export async function describeSchema(db: Db): Promise<string> {
  const sections: [string, RawBuilder<Part>][] = [
    ['columns', columns],
    ['constraints', constraints],
    ['indexes', indexes],
    ['triggers', triggers],
    ['functions', functions],
  ];
  const texts: string[] = [];
  for (const [title, query] of sections) {
    const { rows } = await query.execute(db);
    texts.push(`-- ${title}\n${rows.map(({ line }) => line.trim()).join('\n')}\n`);
  }
  return texts.join('\n');
}
