import { QueryFault } from '../query-fault.ts';
import { TokenReader } from '../tokens.ts';
import { readAlter } from './parse-alter.ts';
import { readCreate } from './parse-create.ts';
import { optionalText, readProperties, readTableName, rest } from './parse-parts.ts';
import type { Statement } from './statement.ts';

/** Statements that the cloud has and this sandbox has not. */
const MISSING = [
  'EXPLAIN',
  'PREPARE',
  'EXECUTE',
  'DEALLOCATE',
  'MERGE',
  'UPDATE',
  'DELETE',
  'OPTIMIZE',
  'VACUUM',
  'ANALYZE',
];
const FIRST_WORDS = "'ALTER', 'CREATE', 'DESCRIBE', 'DROP', 'INSERT', 'MSCK', 'SELECT', 'SHOW', 'UNLOAD', 'WITH'";

/** Reads a statement. Throws QueryFault on a syntax error in all but a SELECT, which is read when it is run. */
export function parseStatement(sql: string): Statement {
  const reader = new TokenReader(sql);
  const first = reader.next.text.toUpperCase();
  if (MISSING.includes(first)) throw new QueryFault('NOT_SUPPORTED', `${first} is not supported in this sandbox.`);
  const read = BY_FIRST_WORD[first];
  if (!read) throw reader.mismatch(FIRST_WORDS);
  return read(reader);
}

const BY_FIRST_WORD: Readonly<Record<string, (reader: TokenReader) => Statement>> = {
  SELECT: readSelect,
  WITH: readSelect,
  VALUES: readSelect,
  TABLE: readSelect,
  '(': readSelect,
  CREATE: readCreate,
  ALTER: readAlter,
  INSERT: readInsert,
  UNLOAD: readUnload,
  COPY: readUnload,
  DROP: readDrop,
  MSCK: readRepair,
  SHOW: readShow,
  DESCRIBE: readDescribe,
  DESC: readDescribe,
};

function readSelect(reader: TokenReader): Statement {
  return { kind: 'select', sql: rest(reader) };
}

function readInsert(reader: TokenReader): Statement {
  reader.expect('INSERT', 'INTO');
  const table = readTableName(reader);
  const columns = reader.is('(') && !reader.is('(', 'SELECT') ? reader.list(() => reader.name().toLowerCase()) : [];
  return { kind: 'insert', table, columns, select: rest(reader) };
}

/** `UNLOAD (SELECT …) TO 's3://…' WITH (…)`; `COPY (SELECT …) TO 's3://…' (FORMAT …)` says the same in jobs. */
function readUnload(reader: TokenReader): Statement {
  reader.take();
  const select = parenthesized(reader);
  reader.expect('TO');
  const to = reader.string();
  const hasProperties = reader.accept('WITH') || reader.is('(');
  const properties = hasProperties ? readProperties(reader) : {};
  reader.end();
  return { kind: 'unload', select, to, properties };
}

/** The text between the parenthesis that comes next and the one that closes it. */
function parenthesized(reader: TokenReader): string {
  reader.expect('(');
  const { start } = reader.next;
  for (let depth = 1; depth > 0; ) {
    if (reader.isAtEnd) throw reader.mismatch("')'");
    const { kind, text } = reader.take();
    if (kind !== 'symbol') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
  }
  return reader.text.slice(start, reader.peek(-1).start);
}

function readDrop(reader: TokenReader): Statement {
  reader.expect('DROP');
  const what = reader.take().text.toUpperCase();
  const isQuiet = reader.accept('IF', 'EXISTS');
  if (what === 'DATABASE' || what === 'SCHEMA') {
    const name = reader.name().toLowerCase();
    const isCascading = reader.accept('CASCADE');
    if (!isCascading) reader.accept('RESTRICT');
    reader.end();
    return { kind: 'drop-database', name, isQuiet, isCascading };
  }
  if (what !== 'TABLE' && what !== 'VIEW')
    throw new QueryFault('NOT_SUPPORTED', `DROP ${what} is not supported in this sandbox.`);
  const table = readTableName(reader);
  reader.end();
  return { kind: 'drop-table', table, isQuiet, what };
}

function readRepair(reader: TokenReader): Statement {
  reader.expect('MSCK', 'REPAIR', 'TABLE');
  const table = readTableName(reader);
  reader.end();
  return { kind: 'repair', table };
}

function readDescribe(reader: TokenReader): Statement {
  reader.take();
  if (!reader.accept('EXTENDED')) reader.accept('FORMATTED');
  const table = readTableName(reader);
  reader.end();
  return { kind: 'describe', table };
}

function readShow(reader: TokenReader): Statement {
  reader.expect('SHOW');
  const statement = readShown(reader);
  reader.end();
  return statement;
}

function readShown(reader: TokenReader): Statement {
  if (reader.accept('DATABASES') || reader.accept('SCHEMAS'))
    return { kind: 'show-databases', pattern: likeText(reader) };
  if (reader.is('TABLES') || reader.is('VIEWS')) {
    const isViews = reader.take().text.toUpperCase() === 'VIEWS';
    const database = reader.accept('IN') || reader.accept('FROM') ? reader.name().toLowerCase() : undefined;
    return { kind: 'show-tables', database, pattern: likeText(reader), isViews };
  }
  if (reader.accept('PARTITIONS')) return { kind: 'show-partitions', table: readTableName(reader) };
  if (reader.accept('CREATE', 'TABLE') || reader.accept('CREATE', 'VIEW')) {
    return { kind: 'show-create-table', table: readTableName(reader) };
  }
  reader.expect('COLUMNS');
  if (!reader.accept('IN')) reader.expect('FROM');
  return { kind: 'show-columns', table: readTableName(reader) };
}

function likeText(reader: TokenReader): string | undefined {
  reader.accept('LIKE');
  return optionalText(reader);
}
