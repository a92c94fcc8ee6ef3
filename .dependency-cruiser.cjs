/** The arrows between rooms: kernel <- rules <- contract <- server, cli, web; db <- server, cli; ui <- views, web. */
const rules =
  '^packages/(question-types|psychometrics|exam|catalog|postings|lessons|scheduling|figures|labs|aws-command)/';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle means two rooms are one.', {}, { circular: true }),
    forbid(
      'kernel-is-the-floor',
      'The kernel imports no other room.',
      { path: '^packages/kernel/' },
      { path: '^(packages/(?!kernel)|apps/)' },
    ),
    forbid(
      'rules-are-pure',
      'Rules take clock, randomness, network and database as arguments.',
      {
        path: `${rules}src/`,
        pathNot: '(\\.test\\.tsx?|/view\\.tsx|/views\\.ts|/testing/[^/]+\\.ts|labs/src/aws/[^/]+\\.ts)$',
      },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'rules-know-no-edge',
      'Rules import only the kernel and one another.',
      { path: rules, pathNot: '(\\.test\\.tsx?|view\\.tsx|views\\.ts|/view/)' },
      { path: '^(packages/(content|contract|db|ui|anki)|apps)/|node_modules/(hono|@hono|kysely|pg|react|react-dom)/' },
    ),
    forbid(
      'logic-sees-no-view',
      'No logic imports a view.',
      { path: '^packages/', pathNot: '(view\\.tsx|views\\.ts|/view/|^packages/ui/|\\.test\\.tsx?$)' },
      { path: '(view\\.tsx|/views\\.ts|/view/)' },
    ),
    forbid(
      'web-is-a-browser',
      'The web app never sees the database, the server or the file loader.',
      { path: '^apps/web/' },
      { path: '^(packages/(db|content|anki)|apps/(server|cli))/' },
    ),
    forbid(
      'no-deep-imports',
      'Each package has one door (question-types two).',
      { path: '^(packages|apps)/([^/]+)/' },
      {
        path: '^packages/([^/]+)/src/(?!index\\.ts|aws/index\\.ts|schema/index\\.ts|parallel/node\\.ts|views\\.ts|testing\\.ts|styles\\.css)',
        pathNot: '^(packages|apps)/$2/',
      },
    ),
    forbid(
      'contract-stands-on-rules',
      'The contract knows no application.',
      { path: '^packages/(contract|content|db)/' },
      { path: '^apps/' },
    ),
    forbid(
      'db-is-for-servers',
      'Only the server and the command line reach the database.',
      { path: '^(packages/(?!db)|apps/web)' },
      { path: '^packages/db/' },
    ),
    forbid(
      'declared-only',
      'Every import is in the package that uses it.',
      { path: '^(packages|apps)/' },
      { dependencyTypes: ['npm-no-pkg', 'unknown'], pathNot: '[?]url$' }, // the address of a file, as Vite gives it
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    combinedDependencies: true, // tools of every room (fast-check) stand in the root package.json
    exclude: { path: '(/dist/|/frozen/)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
