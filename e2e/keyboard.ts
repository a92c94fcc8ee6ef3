import type { Locator, Page } from 'playwright-core';

/** More stops than any page has between two controls that a person would walk. */
const MOST_TABS = 250;

/** Somebody who has a keyboard and nothing else: no click, no focus by script. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press = (key: string): Promise<void> => this.#page.keyboard.press(key);

  type = (text: string): Promise<void> => this.#page.keyboard.type(text);

  /** Walks there, forwards or backwards as the page reads, and sees where the focus is on arrival. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    if (await isFocused(target)) return;
    const key = await target.evaluate(keyTowards);
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      await this.press(key);
      if (!(await isFocused(target))) continue;
      if (!(await target.evaluate(isSeen))) throw new Error(`the focus on ${target} is hidden behind something`);
      return;
    }
    throw new Error(`${MOST_TABS} times ${key} did not lead to ${target}`);
  }

  async activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.press(key);
  }

  /** Arrow keys move within a group of radios, and Tab enters it once. */
  async pick(radio: Locator): Promise<void> {
    await radio.waitFor();
    if (!(await radio.evaluate(isInFocusedGroup))) await this.#tabIntoGroup(radio);
    for (let moves = 0; !(await isFocused(radio)); moves++) {
      if (moves > MOST_TABS) throw new Error(`no arrow leads to ${radio}`);
      await this.press('ArrowDown');
    }
    if (!(await radio.isChecked())) await this.press('Space');
  }

  async #tabIntoGroup(radio: Locator): Promise<void> {
    const key = await radio.evaluate(keyTowards);
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      await this.press(key);
      if (await radio.evaluate(isInFocusedGroup)) return;
    }
    throw new Error(`${MOST_TABS} times ${key} did not lead into the group of ${radio}`);
  }

  /** Opens the list, walks to the option and takes it: what lies on the way is not chosen. */
  async choose(select: Locator, option: number | string): Promise<void> {
    const labels = (await select.locator('option').allTextContents()).map((text) => text.trim());
    const index = typeof option === 'number' ? option : labels.findIndex((label) => label.startsWith(option));
    if (index < 0 || index >= labels.length) throw new Error(`${select} offers ${labels.join(' | ')}, not ${option}`);
    await this.activate(select, 'Space');
    await this.press('Home');
    for (let moves = 0; moves < index; moves++) await this.press('ArrowDown');
    await this.press('Enter');
  }
}

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((node) => node === document.activeElement);

/** Runs in the page. */
function keyTowards(node: Element): 'Tab' | 'Shift+Tab' {
  const from = document.activeElement ?? document.body;
  return (from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) > 0 && !node.contains(from)
    ? 'Shift+Tab'
    : 'Tab';
}

/** Runs in the page. */
function isInFocusedGroup(node: Element): boolean {
  const focused = document.activeElement;
  return focused?.getAttribute('type') === 'radio' && focused.getAttribute('name') === node.getAttribute('name');
}

/** Runs in the page. WCAG 2.2, 2.4.11: what has the focus is not entirely hidden, as by a bar that stays in place. */
function isSeen(node: Element): boolean {
  const { left, top, width, height } = node.getBoundingClientRect();
  const shares = [0.1, 0.5, 0.9];
  return shares.some((across) =>
    shares.some((down) => {
      const hit = document.elementFromPoint(left + across * width, top + down * height);
      return hit !== null && (node.contains(hit) || hit.contains(node));
    }),
  );
}
