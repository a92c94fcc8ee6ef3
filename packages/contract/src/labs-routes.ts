import { createRoute, z } from '@hono/zod-openapi';
import { answers, body } from './answers.ts';
import {
  AdvanceLab,
  AskHint,
  AskSolution,
  CatchUp,
  CheckStep,
  LabChecked,
  LabId,
  LabRun,
  LabRunId,
  LabSolution,
  LabSummary,
  PublishedLab,
  ResetLab,
  StartLab,
} from './labs.ts';
import {
  Fidelity,
  LabBill,
  LabCredentials,
  LabJournal,
  LabNodeStates,
  RelayAnswer,
  RelayRequest,
} from './labs-account.ts';

const lab = z.object({ lab: LabId });
const run = z.object({ run: LabRunId });

export const listLabs = createRoute({
  method: 'get',
  path: '/api/labs',
  summary: 'Labs, each with the run that goes on',
  responses: answers(z.strictObject({ labs: z.array(LabSummary) }), 'Labs'),
});

export const getLab = createRoute({
  method: 'get',
  path: '/api/labs/{lab}',
  summary: 'A lab without its checks, hints and solutions',
  request: { params: lab },
  responses: answers(PublishedLab, 'The lab'),
});

export const getLabDataset = createRoute({
  method: 'get',
  path: '/api/labs/{lab}/datasets/{dataset}',
  summary: 'Rows of a dataset of a lab, to be used in it',
  request: {
    params: lab.extend({ dataset: z.string().max(80) }),
    query: z.object({
      part: z.string().max(80).optional().describe('A named part; left out: all rows'),
      format: z.enum(['csv', 'jsonl']).default('csv'),
    }),
  },
  responses: answers(
    z.strictObject({ name: z.string().describe('File name'), text: z.string() }),
    'CSV with a header line, or a JSON object a line',
  ),
});

export const startLab = createRoute({
  method: 'post',
  path: '/api/labs/{lab}/runs',
  summary: 'Start a lab in a fresh account; an earlier run of it ends. The same id again answers what it started',
  request: { params: lab, body: body(StartLab) },
  responses: answers(LabRun, 'The run'),
});

export const getLabRun = createRoute({
  method: 'get',
  path: '/api/lab-runs/{run}',
  summary: 'A run as it stands, and whether its account is there',
  request: { params: run },
  responses: answers(LabRun, 'The run'),
});

export const checkLabStep = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/check',
  summary: 'Look whether the goal of a step is reached; what could be judged is recorded',
  request: { params: run, body: body(CheckStep) },
  responses: answers(LabChecked, 'What each check found'),
});

export const askLabHint = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/hints',
  summary: 'Show a hint; a new one lowers the credit of the step',
  request: { params: run, body: body(AskHint) },
  responses: answers(LabRun, 'The run, with the hint'),
});

export const askLabSolution = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/solution',
  summary: 'Show the reference solution of a step; before it is passed this takes its credit',
  request: { params: run, body: body(AskSolution) },
  responses: answers(LabSolution, 'The solution'),
});

export const catchUpLab = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/catch-up',
  summary:
    'Do the steps before one by their reference solutions, without credit. The account is first put back to where the first open one begins; may take minutes',
  request: { params: run, body: body(CatchUp) },
  responses: answers(LabRun, 'The run'),
});

export const resetLab = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/reset',
  summary: 'Put the account back to where a step begins; the record stays',
  request: { params: run, body: body(ResetLab) },
  responses: answers(LabRun, 'The run'),
});

export const rebuildLab = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/rebuild',
  summary: 'Make an account that is gone anew, with the passed steps done; takes no credit away',
  request: { params: run },
  responses: answers(LabRun, 'The run'),
});

export const advanceLab = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/advance',
  summary: "Let the account's time pass at once",
  request: { params: run, body: body(AdvanceLab) },
  responses: answers(LabRun, 'The run'),
});

export const getLabJournal = createRoute({
  method: 'get',
  path: '/api/lab-runs/{run}/journal',
  summary: 'Calls made in the account, each with what was decided and why',
  request: { params: run, query: z.object({ after: z.coerce.number().int().min(0).optional() }) },
  responses: answers(LabJournal, 'The journal'),
});

export const getLabBill = createRoute({
  method: 'get',
  path: '/api/lab-runs/{run}/bill',
  summary: 'What the account would have cost',
  request: { params: run },
  responses: answers(LabBill, 'The bill'),
});

export const getLabArchitecture = createRoute({
  method: 'get',
  path: '/api/lab-runs/{run}/architecture',
  summary: 'Which parts of the picture exist in the account',
  request: { params: run },
  responses: answers(LabNodeStates, 'A state for each node'),
});

export const getLabCredentials = createRoute({
  method: 'get',
  path: '/api/lab-runs/{run}/credentials',
  summary: "Address and keys of the account, for the learner's own tools",
  request: { params: run },
  responses: answers(LabCredentials, 'Address and keys'),
});

export const relayLabCall = createRoute({
  method: 'post',
  path: '/api/lab-runs/{run}/relay',
  summary: 'Hand a signed request of an SDK to the sandbox, and nowhere else',
  request: { params: run, body: body(RelayRequest) },
  responses: answers(RelayAnswer, 'What the sandbox answered, errors included'),
});

export const getFidelity = createRoute({
  method: 'get',
  path: '/api/labs-fidelity',
  summary: 'What the sandbox can do, and how far it behaves as the cloud does',
  responses: answers(Fidelity, 'Operations'),
});
