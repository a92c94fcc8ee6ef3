import { describe, expect, it } from 'vitest';
import { exampleValue } from '../testing/example-lab.ts';
import { parseLab } from './parse.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
type Loose = any;

function faultsAfter(change: (lab: Loose) => unknown): string[] {
  const value = exampleValue();
  change(value);
  return parseLab(value).faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const hole = (name: string) => `$\{${name}}`;

describe('reading a lab', () => {
  it('takes a sound one, and its story from a file of its own', () => {
    const value = exampleValue();
    const { story, ...rest } = value;

    expect(parseLab(value).faults).toEqual([]);
    expect(parseLab(rest, 'From story.md').lab?.story).toBe('From story.md');
    expect(parseLab(rest).faults).toMatchObject([{ path: ['story'] }]);
    expect(story).toBeTypeOf('string');
  });

  it.each<[string, (lab: Loose) => unknown, RegExp]>([
    ['an id used twice', (lab) => (lab.steps[1].id = 'store'), /^steps.1.id: The id store is used twice/],
    [
      'a call to a service that labs do not know',
      (lab) => (lab.start[0].call = 's4.CreateBucket'),
      /^start.0: Labs cannot call s4/,
    ],
    ['a service that is not listed', (lab) => lab.services.pop(), /add iam to the lab's services/],
    ['a service that is not used', (lab) => lab.services.push('sqs'), /^services.2: No call uses sqs/],
    ['a call that is no call', (lab) => (lab.start[0].call = 'CreateBucket'), /a call is service.Operation/],
    [
      'a variable without a value',
      (lab) => (lab.start[0].input.Bucket = hole('bucket')),
      /^start.0.input: \$\{bucket\} has no value here/,
    ],
    [
      'a broken JMESPath',
      (lab) => (lab.steps[0].checks[1].expect[0].path = 'values('),
      /^steps.0.checks.1.expect.0.path: "values\(" is not JMESPath/,
    ],
    [
      'a JMESPath that the CLI does not know',
      (lab) => (lab.steps[1].solution[0].save.roleArn = 'upper(A)'),
      /calls upper\(\), which is no function/,
    ],
    ['a step without hints', (lab) => (lab.steps[0].hints = ['one']), /^steps.0.hints: Step store has 1 hints/],
    [
      'a step without a check',
      (lab) => {
        lab.steps[0].checks = [];
        lab.wrong.shift();
      },
      /^steps.0.checks: Step store has no check/,
    ],
    ['a step without a solution', (lab) => (lab.steps[0].solution = []), /has no solution/],
    ['a wrong solution of an unknown step', (lab) => (lab.wrong[0].fails.step = 'shop'), /There is no step shop/],
    [
      'a wrong solution of an unknown check',
      (lab) => (lab.wrong[0].fails.check = 'shop'),
      /Step store has no check shop/,
    ],
    ['a wrong solution that changes nothing', (lab) => delete lab.wrong[0].replace, /half-closed changes nothing/],
    [
      'a change after the step that shall fail',
      (lab) => (lab.wrong[0].replace = { role: [{ log: 'x' }] }),
      /comes after the step that shall fail/,
    ],
    [
      'a dataset that is not there',
      (lab) => (lab.steps[0].solution[2].input.Body.$dataset = 'cars'),
      /There is no dataset cars/,
    ],
    [
      'a part that is not there',
      (lab) => (lab.steps[0].solution[2].input.Body.part = 'live'),
      /has no part live; it has train, test/,
    ],
    [
      'a column that is not there',
      (lab) => (lab.steps[0].solution[2].input.Body.columns = ['age']),
      /leaky-loans has no column age/,
    ],
    ['a generator that is not there', (lab) => (lab.datasets[0].generator = 'cars'), /There is no generator cars/],
    ['an option that is not there', (lab) => (lab.datasets[0].options = { drift: 1 }), /there is no option drift/],
    ['parts larger than the dataset', (lab) => (lab.datasets[0].rows = 50), /The parts have 120 rows, the dataset 50/],
    [
      'Parquet',
      (lab) => (lab.steps[0].solution[2].input.Body.format = 'parquet'),
      /a dataset is written as csv or jsonl/,
    ],
    ['an unknown body', (lab) => (lab.start[0].input.Bucket = { $yaml: 1 }), /\$yaml is none of/],
    [
      'a box over another',
      (lab) =>
        lab.architecture.nodes.push(
          { id: 'over', label: 'over', service: 's3', x: 99, y: 99 },
          { id: 'under', label: 'under', service: 's3', x: 90, y: 90 },
        ),
      /boxes of under and over overlap/,
    ],
    ['an arrow to nowhere', (lab) => (lab.architecture.arrows[0].to = 'moon'), /There is no node moon/],
    [
      'a skill that the lab lacks',
      (lab) => (lab.steps[0].skills = ['xgboost']),
      /xgboost is not among the lab's skills/,
    ],
    ['a call with an unknown key', (lab) => (lab.start[0].inputs = {}), /^start.0: Unrecognized key: "inputs"/],
    [
      'a save by a call that is refused',
      (lab) => (lab.steps[1].solution[0].expectError = 'X'),
      /A call that is refused answers nothing/,
    ],
    [
      'a check that relies on a solution',
      (lab) => (lab.steps[1].checks[0].input.RoleName = hole('roleName')),
      /\$\{roleName\} has no value here/,
    ],
    [
      'a matcher that matches nothing',
      (lab) => (lab.steps[0].checks[1].expect[0] = { path: 'A' }),
      /say what the value must be/,
    ],
    [
      'a check that moves time',
      (lab) => (lab.steps[0].checks[0].before = [{ advance: 'PT1H', why: 'no' }]),
      /must not let time pass/,
    ],
    [
      'a check that waits long',
      (lab) => (lab.steps[0].checks[0].before = [{ wait: 's3.HeadBucket', until: 'a' }]),
      /waits at most 60 seconds/,
    ],
    [
      'rows and other variables in one member',
      (lab) =>
        (lab.start = [
          {
            repeat: {
              over: { dataset: 'loans' },
              calls: [{ call: 's3.PutObject', input: { Key: `${hole('account')}/${hole('row.loan_id')}` } }],
            },
          },
        ]),
      /Key depends on rows and on account/,
    ],
    ['rows outside a loop', (lab) => (lab.start[0].input.Body = { $rows: 1 }), /has a meaning only within a repeat/],
    [
      'a reserved name',
      (lab) => (lab.steps[1].solution[0].save = { account: 'A' }),
      /these names have a meaning already/,
    ],
  ])('refuses %s', (_, change, message) => {
    expect(faultsAfter(change).join('\n')).toMatch(new RegExp(message.source, 'm'));
  });

  it('never throws, whatever it is given', () => {
    for (const value of [null, 3, 'x', [], {}, { schema: 'lab/1', steps: [null] }]) {
      expect(parseLab(value).faults.length).toBeGreaterThan(0);
    }
  });
});
