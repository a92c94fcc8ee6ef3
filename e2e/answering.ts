import type { Published } from '@cairn/question-types';
import type { Locator } from 'playwright-core';
import type { Visit } from './stage.ts';

/**
 * Answers the question on screen by keyboard, whole enough to count as answered. Right or wrong is not known here: the
 * page has no key.
 */
export async function answer(visit: Visit, question: Published): Promise<void> {
  switch (question.kind) {
    case 'multiple-choice':
      await visit.keys.press('1');
      return visit.keys.sees(() => main(visit).getByRole('radio').first().isChecked());
    case 'multiple-response':
    case 'multiple-select':
      return check(visit, question.choices.length, question.choose);
    case 'ordering':
    case 'build-list':
      return place(visit, question.place);
    case 'matching':
    case 'drag-and-drop':
      return assign(visit);
    case 'hot-area':
      return mark(visit, question);
    case 'active-screen':
      return configure(visit, question.fields);
    case 'solution-series':
    case 'case-study':
      throw new RangeError(`an exam shows the parts of a ${question.kind}, not the whole`);
  }
}

const main = ({ page }: Visit): Locator => page.getByRole('main');

/** The last options first, so that the number keys are not all that is tried. */
async function check(visit: Visit, options: number, wanted: number): Promise<void> {
  const boxes = main(visit).getByRole('checkbox');
  for (let index = options - wanted; index < options; index++) {
    await visit.keys.activate(boxes.nth(index), 'Space');
    await visit.keys.sees(() => boxes.nth(index).isChecked());
  }
}

/** Each step that is added hands the focus on to the next one, which the next Enter adds. */
async function place(visit: Visit, places: number): Promise<void> {
  const add = main(visit).getByRole('button', { name: /^Add: / });
  await visit.keys.activate(add.first());
  for (let placed = 1; placed < places; placed++) {
    await main(visit).getByText(`(${placed} of ${places} placed)`).waitFor();
    await visit.keys.press('Enter');
  }
  await main(visit).getByText(`(${places} of ${places} placed)`).waitFor();
  const second = main(visit)
    .getByRole('button', { name: /^Move up: / })
    .nth(1);
  const name = await second.getAttribute('aria-label');
  await visit.keys.activate(second);
  await main(visit)
    .locator(`ol li:first-child [aria-label=${JSON.stringify(name)}]`)
    .waitFor();
}

/** A different option for each, as far as there are as many. */
async function assign(visit: Visit): Promise<void> {
  const selects = main(visit).getByRole('combobox');
  const count = await selects.count();
  for (let index = 0; index < count; index++) {
    const select = selects.nth(index);
    const options = await select.locator('option').count();
    await visit.keys.choose(select, 1 + (index % (options - 1)));
  }
}

async function mark(visit: Visit, question: Extract<Published, { kind: 'hot-area' }>): Promise<void> {
  switch (question.variant) {
    case 'statements': {
      for (const [index] of question.statements.entries()) {
        await visit.keys.pick(
          main(visit)
            .getByRole('radio')
            .nth(2 * index + (index % 2)),
        );
      }
      return;
    }
    case 'drop-downs':
      return assign(visit);
    case 'regions': {
      const picture = main(visit).getByRole('group', { name: question.picture.alt });
      for (const { label } of question.regions.slice(0, question.choose)) {
        await visit.keys.activate(picture.getByRole('button', { name: label, exact: true }), 'Space');
      }
    }
  }
}

/** A label as it is read out: the marks of code are no part of its name. */
const spoken = (label: string): string => label.replaceAll('`', '');

type Field = Extract<Published, { kind: 'active-screen' }>['fields'][number];

async function configure(visit: Visit, fields: readonly Field[]): Promise<void> {
  for (const field of fields) await set(visit, field);
}

async function set(visit: Visit, field: Field): Promise<void> {
  switch (field.control) {
    case 'drop-down':
      return visit.keys.choose(main(visit).getByRole('combobox', { name: spoken(field.label) }), 1);
    case 'check-box':
      return visit.keys.activate(main(visit).getByRole('checkbox', { name: spoken(field.label) }), 'Space');
    case 'radio':
      return visit.keys.pick(
        main(visit)
          .getByRole('group', { name: spoken(field.label) })
          .getByRole('radio')
          .last(),
      );
  }
}
