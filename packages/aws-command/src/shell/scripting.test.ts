import { beforeEach, describe, expect, it } from 'vitest';
import type { Send } from '../run/cloud.ts';
import { testModel } from '../testing/models.ts';
import { runAll } from '../testing/run-all.ts';
import { Shell } from './shell.ts';

let shell: Shell;
let advanced: number[];

const send: Send = async () => ({});

beforeEach(() => {
  advanced = [];
  shell = new Shell({
    models: async (client) => testModel(client),
    sleep: async () => {},
    now: () => new Date(0),
    advance: async (milliseconds) => {
      advanced.push(milliseconds);
    },
  });
});

describe('a script', () => {
  /** What bash 5.2 prints, and the code that it ends with. */
  it.each([
    ['a loop over words', 'for X in a "b c" $(echo d e); do echo "<$X>"; done', '<a>\n<b c>\n<d>\n<e>\n', 0],
    ['a loop over lines of its own', 'for X in 1 2\ndo\n  echo $X\ndone', '1\n2\n', 0],
    [
      'break and continue',
      'for X in 1 2 3 4; do [ $X -eq 2 ] && continue; [ $X -ge 4 ] && break; echo $X; done',
      '1\n3\n',
      0,
    ],
    ['loops in loops', 'for A in 1 2; do for B in x y; do [ $B = y ] && break; echo $A$B; done; done', '1x\n2x\n', 0],
    [
      'while and until',
      'N=aaa; while [ "$N" != a ]; do echo $N; if [ $N = aaa ]; then N=aa; else N=a; fi; done; until true; do echo never; done; echo $?',
      'aaa\naa\n0\n',
      0,
    ],
    [
      'lines of a file',
      "printf '%s\\n' 'a  b' ' c\\d' > f; while IFS= read -r L; do echo \"<$L>\"; done < f",
      '<a  b>\n< c\\d>\n',
      0,
    ],
    [
      'words of a line',
      'read -r A B C <<< "1  2 3 4"; echo "$A|$B|$C"; while read -r K V; do echo "$V=$K"; done <<EOF\nx 1\ny 2 3\nEOF',
      '1|2|3 4\n1=x\n2 3=y\n',
      0,
    ],
    [
      'if, elif and else',
      'for X in a b c; do if [ $X = a ]; then echo A; elif test $X = b; then echo B; else echo other; fi; done',
      'A\nB\nother\n',
      0,
    ],
    [
      'case with patterns',
      'for X in "True False" "False True" x7 "*" ""; do case "$X" in True*) echo yes ;; *True) echo no ;; x[0-9] | y) echo digit ;; "*") echo star ;; *) echo rest; esac; done',
      'yes\nno\ndigit\nstar\nrest\n',
      0,
    ],
    [
      'a case out of a command',
      'case "$(echo a b)" in (a*) echo first;; esac; case q in z) ;; esac; echo $?',
      'first\n0\n',
      0,
    ],
    ['groups that write into a file', '{ echo a; echo b >&2; } > f 2>&1; cat f', 'a\nb\n', 0],
    [
      'pipes',
      'printf "a\\nb\\nab\\n" | grep a | wc -l; echo x | cat; printf "1\\n2\\n3\\n" | tail -n 2 | head -1; false | true; echo $?; true | false; echo $?',
      '2\nx\n2\n0\n1\n',
      0,
    ],
    [
      'grep that finds nothing',
      'echo a | grep -q b || echo none; printf "a.b\\naxb\\n" | grep -F a.b; printf "A\\nb\\n" | grep -vi a',
      'none\na.b\nb\n',
      0,
    ],
    ['pipes into loops', 'printf "1\\n2\\n" | while read -r N; do echo "n$N"; done', 'n1\nn2\n', 0],
    ['an end of the text', 'echo a; exit 3; echo b', 'a\n', 3],
    ['an end only inside brackets', 'X=$(echo in; exit 2); echo "$? $X"', '2 in\n', 0],
    [
      'set -e',
      'set -eu; false || echo saved; if false; then echo; fi; [ 1 -gt 2 ] && echo x; echo on; false; echo never',
      'saved\non\n',
      1,
    ],
    ['set -e in a loop', 'set -e\nfor X in 1 2; do\n  echo $X\n  false\ndone\necho never', '1\n', 1],
    [
      'numbers',
      'seq 3; seq 5 7; [ 10 -gt 9 ] && echo more; [ ! -f nothing ] && echo none; [ -z "" ] && [ -n x ] && echo both',
      '1\n2\n3\n5\n6\n7\nmore\nnone\nboth\n',
      0,
    ],
    ['printf', 'printf "%s-%s\\n" a b c; printf %s x; printf "%d%%\\n" 5', 'a-b\nc-\nx5%\n', 0],
    [
      'an end that a loop has',
      'for X in 1 2; do echo $X; done | tail -1; for X in 1; do echo q; done && echo after || echo not',
      '2\nq\nafter\n',
      0,
    ],
    ['a comment in a loop', 'for X in 1; do # one\n  # two\n  echo $X # three\ndone', '1\n', 0],
    ['no words at all', 'for X in $NOTHING; do echo $X; done; echo $?', '0\n', 0],
    ['words that are keywords elsewhere', 'echo for if done { } esac; echo "do"', 'for if done { } esac\ndo\n', 0],
  ])('knows %s as bash does', async (_, script, stdout, code) => {
    expect(await runAll(shell, script, send)).toEqual({ stdout, stderr: '', code });
  });

  it.each([
    ['for X in a; do echo', /ends with done/],
    ['if true', /ends with then/],
    ['case a in', /PATTERN|pattern/],
    ['echo a |', /expected after \|/],
    ['{ echo a;', /ends with }/],
  ])('may go on in the next line after %s', async (script, message) => {
    const { code, stderr } = await runAll(shell, script, send);

    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it.each([
    ['done', /"done" is not known here/],
    ['for X; do echo; done', /for NAME in WORDS/],
    ['for X in a; echo; done', /comes do/],
    ['case a b', /case WORD in/],
    ['| cat', /no command before \|/],
    ['for X in a; do echo; done echo b', /put a ; before it/],
    ['[[ a = a ]]', /"\[\[" is not known/],
    ['sleep 1 &', /leave the & out/],
  ])('answers %s with a sentence', async (script, message) => {
    const { code, stdout, stderr } = await runAll(shell, script, send);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('ends when it is interrupted, even without an end of its own', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const patient = new Shell({
      models: async (client) => testModel(client),
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      now: () => new Date(0),
    });

    const { code } = await runAll(patient, 'while true; do true; done', send, stop.signal);

    expect(code).toBe(130);
  });

  it('takes bytes as they are written, where the terminal is set so', async () => {
    const given: unknown[] = [];
    const sends: Send = async (_, __, input) => given.push(input);
    const raw = new Shell({
      models: async (client) => testModel(client),
      sleep: async () => {},
      now: () => new Date(0),
      binaryFormat: 'raw-in-base64-out',
    });
    const line = 'aws kinesis put-record --stream-name a --partition-key b';

    await runAll(raw, `${line} --data hello; ${line} --data aGk= --cli-binary-format base64`, sends);
    await runAll(shell, `${line} --data aGk=`, sends);

    const bytes = (text: string) => expect.objectContaining({ Data: new TextEncoder().encode(text) });
    expect(given).toEqual([bytes('hello'), bytes('hi'), bytes('hi')]);
  });

  it('lets the time of the account pass as solutions ask for it', async () => {
    await runAll(shell, 'npx cairn lab advance streaming-fraud 6m && npx cairn lab advance x 2h', send);

    expect(advanced).toEqual([360_000, 7_200_000]);
    expect((await runAll(shell, 'npx create-app', send)).stderr).toMatch(/no programs here/);
  });
});
