import axe from 'axe-core';
import type { Page } from 'playwright-core';

const OPTIONS = { resultTypes: ['violations'] };

/** Every rule that axe-core has on by default, contrast and best practice included; one line for each violation. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(atRest);
  // Evaluated by the debugger, so that the content policy of the page stays as strict as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`),
  );
}

/** Runs in the page: a colour or a place half way through a transition, however short, is none of the design's. */
export async function atRest(): Promise<void> {
  for (let frames = 0; frames < 30; frames++) {
    await new Promise((done) => requestAnimationFrame(done));
    if (frames > 1 && document.getAnimations().length === 0) return;
  }
}
