import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const QUESTION_TYPES = 'packages/question-types/src';

/** What cannot be scaffolded as asked: one sentence, exit code 2. */
export class Refusal extends Error {}

const put = (where, file, line, anchor) => ({ where, file, line, anchor });
const onTop = (file, line) => put('top', file, line);
const atEnd = (file, line) => put('end', file, line);
const before = (file, anchor, line) => put('before', file, line, anchor);
const after = (file, anchor, line) => put('after', file, line, anchor);

/** A starting kind asks for one of several choices, so it stands wherever multiple-select does. */
function questionTypeEntries({ kebab, camel, Pascal }) {
  const at = (file) => `${QUESTION_TYPES}/${file}`;
  return [
    onTop(at('simple-types.ts'), `import { ${camel} } from './${kebab}/index.ts';`),
    before(at('simple-types.ts'), /^\] as const;/, `  ${camel},`),
    onTop(at('simple-views.ts'), `import { ${Pascal}View } from './${kebab}/view.tsx';`),
    before(at('simple-views.ts'), /^\} satisfies/, `  '${kebab}': viewOf('${kebab}', ${Pascal}View),`),
    onTop(at('simple-answering.ts'), `import { ${camel}Answering } from './${kebab}/answering.ts';`),
    before(at('simple-answering.ts'), /^\} satisfies/, `  '${kebab}': ${camel}Answering,`),
    ...[at('testing.ts'), at('example-questions.ts'), 'packages/exam/src/solve/respond.ts'].map((file) =>
      after(file, /^ {4}case 'multiple-select':$/, `    case '${kebab}':`),
    ),
    before(
      'packages/exam/src/sample-bank.ts',
      /^ {2}'multiple-select': \{$/,
      `  '${kebab}': { kind: '${kebab}', stem: 'Which fits?', choices: choices(['alpha'], ['charlie', 'delta']) },`,
    ),
    after(
      'apps/web/src/exam/exam-words.ts',
      /^ {2}'multiple-select':/,
      `  '${kebab}': '${kebab.replaceAll('-', ' ')}',`,
    ),
  ];
}

function endpointEntries({ kebab, camel, Pascal }) {
  const features = 'apps/server/src/features.ts';
  const document = 'packages/contract/src/open-api.ts';
  return [
    atEnd('packages/contract/src/index.ts', `export * from './${kebab}-routes.ts';`),
    onTop(document, `import { get${Pascal} } from './${kebab}-routes.ts';`),
    before(document, /^\];/, `  get${Pascal},`),
    onTop(features, `import { ${camel}Routes } from './${kebab}/routes.ts';`),
    before(features, /^ {2}\];/, `    ${camel}Routes(deps),`),
  ];
}

function commandEntries({ kebab, camel }) {
  const main = 'apps/cli/src/main.ts';
  const name = kebab.includes('-') ? `'${kebab}'` : kebab;
  return [before(main, /^};/, `  ${name}: async () => (await import('./commands/${kebab}.ts')).${camel},`)];
}

const bankMissing = (bank) =>
  `There is no exam content/exams/${bank}.yaml; name the item as <certification>/<slug>, or add the exam first with: npm run new exam ${bank}.`;

/** What an exam profile repeats from the catalog, so that it starts out agreeing with it. */
function examVariables(root, { path }) {
  const file = join('content', 'catalog', 'certifications', `${path}.yaml`);
  if (!existsSync(join(root, file))) {
    throw new Refusal(`There is no certification ${file}; add it first, since an exam is built to its domains.`);
  }
  const text = readFileSync(join(root, file), 'utf8');
  const field = (name) => new RegExp(`^${name}: *"?(.+?)"?$`, 'm').exec(text)?.[1] ?? '';
  const isAws = field('vendor') === 'aws';
  return {
    code: field('code'),
    title: field('name').replaceAll('"', ''),
    vendor: field('vendor'),
    scale: isAws ? '{ min: 100, max: 1000, pass: 700 }' : '{ min: 1, max: 1000, pass: 700 }',
    credit: isAws ? 'all-or-nothing' : 'per-part',
    kinds: isAws ? '[multiple-choice, multiple-response]' : '[multiple-choice, multiple-select]',
  };
}

function nextMigration(root) {
  const files = readdirSync(join(root, 'packages', 'db', 'migrations')).filter((file) => /^\d{4}_/.test(file));
  return { NUMBER: String(files.length + 1).padStart(4, '0') };
}

/** Each row: the entries it adds, what else its templates need, and what is left to a person. */
export const THINGS = {
  'question-type': {
    entries: questionTypeEntries,
    next: 'Change the rules, then: npx vitest run packages/question-types packages/exam',
  },
  item: {
    isPath: true,
    variables: (root, { bank }) => {
      if (existsSync(join(root, 'content', 'exams', `${bank}.yaml`))) return {};
      throw new Refusal(bankMissing(bank));
    },
    next: 'Write it, have it solved blind, then: npx cairn content check',
  },
  command: { entries: commandEntries, next: 'Write what it does, then: npm run build && npx cairn --help' },
  endpoint: {
    entries: endpointEntries,
    next: 'Write what it answers, then: npx vitest run packages/contract apps/server -u, and review docs/openapi.json',
  },
  exam: { variables: examVariables, next: 'Fill in the zeros from the vendor’s page, then: npx cairn content check' },
  migration: {
    isSnake: true,
    variables: nextMigration,
    next: 'Write the SQL and packages/db/src/tables.ts, then: npx vitest run packages/db -u, and review schema.sql',
  },
};
