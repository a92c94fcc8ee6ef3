import * as contract from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { LabAccountService } from './looking.ts';
import type { LabService } from './service.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** Routes read, call one service function, and answer. They hold no rules. */
export function labRoutes(labs: LabService) {
  return newApp()
    .openapi(contract.listLabs, async (c) => c.json({ labs: await labs.list() }, 200))
    .openapi(contract.getLab, async (c) => c.json(await labs.show(c.req.valid('param').lab), 200))
    .openapi(contract.getLabDataset, (c) => {
      const { lab, dataset } = c.req.valid('param');
      return c.json(labs.dataset(lab, { dataset, ...c.req.valid('query') }), 200);
    })
    .openapi(contract.startLab, async (c) =>
      c.json(await labs.start(c.req.valid('param').lab, c.req.valid('json').id), 200),
    )
    .openapi(contract.getLabRun, async (c) => c.json(await labs.showRun(c.req.valid('param').run), 200))
    .openapi(contract.checkLabStep, async (c) =>
      c.json(await labs.check(c.req.valid('param').run, c.req.valid('json').step), 200),
    )
    .openapi(contract.askLabHint, async (c) => {
      const { step, number } = c.req.valid('json');
      return c.json(await labs.hint(c.req.valid('param').run, step, number), 200);
    })
    .openapi(contract.askLabSolution, async (c) => {
      const { step, language } = c.req.valid('json');
      return c.json(await labs.solution(c.req.valid('param').run, step, language), 200);
    })
    .openapi(contract.catchUpLab, async (c) =>
      c.json(await labs.catchUp(c.req.valid('param').run, c.req.valid('json').step), 200),
    )
    .openapi(contract.resetLab, async (c) =>
      c.json(await labs.reset(c.req.valid('param').run, c.req.valid('json').step), 200),
    )
    .openapi(contract.rebuildLab, async (c) => c.json(await labs.rebuild(c.req.valid('param').run), 200))
    .openapi(contract.advanceLab, async (c) =>
      c.json(await labs.advance(c.req.valid('param').run, c.req.valid('json').hours * HOUR_MILLISECONDS), 200),
    );
}

/** What is seen of an account, and the way into it. */
export function labAccountRoutes(accounts: LabAccountService) {
  return newApp()
    .openapi(contract.getLabJournal, async (c) =>
      c.json(await accounts.journal(c.req.valid('param').run, c.req.valid('query').after), 200),
    )
    .openapi(contract.getLabBill, async (c) => c.json(await accounts.bill(c.req.valid('param').run), 200))
    .openapi(contract.getLabArchitecture, async (c) =>
      c.json(await accounts.architecture(c.req.valid('param').run), 200),
    )
    .openapi(contract.getLabCredentials, async (c) => c.json(await accounts.credentials(c.req.valid('param').run), 200))
    .openapi(contract.relayLabCall, async (c) =>
      c.json(await accounts.relay(c.req.valid('param').run, c.req.valid('json')), 200),
    )
    .openapi(contract.getFidelity, async (c) => c.json(await accounts.fidelity(), 200));
}
