import { z } from '@hono/zod-openapi';

/** Every failure a client can meet. A kind is public API: never renamed, never reused. Each has a page at /problems/<kind>. */
export const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: 'The request is not understood',
    help: 'The request does not have the shape that the API describes at /api. The detail names the first field at fault.',
  },
  'foreign-host': {
    status: 403,
    title: 'This address is not served',
    help: 'Without accounts Cairn answers on the loopback names 127.0.0.1 and localhost alone, so that no other site can reach it by renaming itself. Open it under one of these.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Another site may not call this server',
    help: 'A page of another site tried to call Cairn through your browser. If that was you, open Cairn in a tab of its own.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    help: 'The address may be mistyped, or from a newer version of Cairn.',
  },
  'exam-unknown': { status: 404, title: 'No such exam', help: 'GET /api/exams lists the exams that can be sat here.' },
  'attempt-unknown': {
    status: 404,
    title: 'No such attempt',
    help: 'The attempt was started on another machine or data directory, or its address is mistyped.',
  },
  'roadmap-unknown': {
    status: 404,
    title: 'No such roadmap',
    help: 'The roadmap was deleted, or its address is mistyped.',
  },
  'survey-unknown': {
    status: 404,
    title: 'No such survey of postings',
    help: 'The survey was deleted, or its address is mistyped. GET /api/postings/surveys lists those that there are.',
  },
  'surveys-full': {
    status: 409,
    title: 'No room for another survey of postings',
    help: 'A bounded number of surveys is kept; delete one that is no longer needed. The page still shows what was read.',
  },
  'form-short': {
    status: 409,
    title: 'The bank cannot fill this form',
    help: 'The bank holds too few questions for this form; the detail says which are missing. Other selections still work.',
  },
  'nothing-to-ask': {
    status: 409,
    title: 'No question fits this choice',
    help: 'The selection (missed, unseen) holds no question right now.',
  },
  'attempt-elsewhere': {
    status: 409,
    title: 'This exam goes on in another window',
    help: 'One window at a time writes to an attempt, so that two do not undo each other. Take it over in the window where you want to go on.',
  },
  'attempt-running': {
    status: 409,
    title: 'This exam is still running',
    help: 'A report exists once the attempt is submitted or its time is up.',
  },
  'attempt-id-taken': {
    status: 409,
    title: 'This id belongs to another attempt',
    help: 'Ids of attempts are made by the browser and are unique; a new one solves it.',
  },
  'diagnosis-unknown': {
    status: 404,
    title: 'No such diagnosis',
    help: 'The diagnosis was started on another machine or data directory, or its address is mistyped.',
  },
  'diagnosis-running': {
    status: 409,
    title: 'A diagnosis of this exam is running',
    help: 'One diagnosis of an exam runs at a time, so that two do not ask the same questions. Go on with it, or end it.',
  },
  'diagnosis-id-taken': {
    status: 409,
    title: 'This id belongs to another diagnosis',
    help: 'Ids of diagnoses are made by the browser and are unique; a new one solves it.',
  },
  'diagnosis-over': {
    status: 409,
    title: 'This diagnosis is over',
    help: 'It takes no more answers; its result stays. Start a new one to measure again.',
  },
  'diagnosis-question-passed': {
    status: 409,
    title: 'Another question is asked now',
    help: 'A diagnosis takes the answer to the question that it asks now, and does not go back. It may have gone on in another window; reload to see where it stands.',
  },
  'response-invalid': {
    status: 422,
    title: 'The answer does not fit the question',
    help: 'The response has another kind than the question, or names an option that it does not have. Answer the question again.',
  },
  'certification-unknown': {
    status: 404,
    title: 'No such certification',
    help: 'GET /api/catalog lists the certifications that Cairn knows.',
  },
  'outcome-unknown': {
    status: 404,
    title: 'No such outcome',
    help: 'The recorded exam was deleted, or its address is mistyped.',
  },
  'outcome-id-taken': {
    status: 409,
    title: 'This id belongs to another outcome',
    help: 'A recorded exam is not changed, since its prediction was frozen with it. Delete it and record it again under a new id.',
  },
  'outcome-in-the-future': {
    status: 422,
    title: 'This exam has not taken place yet',
    help: 'Record an exam once it was taken; until then its date belongs into the plan.',
  },
  'report-unknown': {
    status: 404,
    title: 'No such report of a question',
    help: 'The question was reported on another machine or data directory, or the address is mistyped.',
  },
  'report-id-taken': {
    status: 409,
    title: 'This id belongs to another report of a question',
    help: 'Ids of reports are made by the browser and are unique; a new one solves it.',
  },
  'slot-unknown': {
    status: 404,
    title: 'The attempt has no such question',
    help: 'GET /api/attempts/{attemptId} lists the questions of an attempt.',
  },
  'lesson-unknown': {
    status: 404,
    title: 'No such lesson',
    help: 'GET /api/lessons lists the lessons that are here.',
  },
  'sheet-unknown': {
    status: 404,
    title: 'No such sheet',
    help: 'GET /api/exams lists the exams; those with lessons have a sheet.',
  },
  'card-unknown': {
    status: 404,
    title: 'No such card',
    help: 'GET /api/cards lists the cards that are here.',
  },
  'card-id-taken': {
    status: 409,
    title: 'This id belongs to another card',
    help: 'Ids of cards are made by the browser and are unique; a new one solves it.',
  },
  'card-exists': {
    status: 409,
    title: 'A card of this was made already',
    help: 'One question or term makes one card, so that reviews of it count together. Change that card; the detail names it.',
  },
  'deck-unreadable': {
    status: 422,
    title: 'This is no Anki package that can be read',
    help: 'Export the deck from Anki as a package (.apkg) and choose that file. The detail says what is wrong with this one.',
  },
  'answer-not-counted': {
    status: 409,
    title: 'The answer to this question does not count yet',
    help: 'A card of a question shows its key, so it is made once the attempt is over, or the answer was checked in study mode.',
  },
  'time-zone-unknown': {
    status: 422,
    title: 'No such time zone',
    help: 'A time zone has an IANA name such as Europe/Berlin or UTC.',
  },
  'plan-unknown': {
    status: 404,
    title: 'There is no plan for this exam',
    help: 'The plan was deleted, or none was made yet. PUT /api/plans/{exam} makes one.',
  },
  'plan-impossible': {
    status: 422,
    title: 'No plan fits these choices',
    help: 'The detail says which choice stands in the way: a day in the past, no time at all, an exam that is over. POST /api/plans/preview tries choices without storing anything.',
  },
  'lab-unknown': { status: 404, title: 'No such lab', help: 'GET /api/labs lists the labs that are here.' },
  'lab-run-unknown': {
    status: 404,
    title: 'No such run of a lab',
    help: 'The run was started on another machine or data directory, or its address is mistyped.',
  },
  'lab-run-id-taken': {
    status: 409,
    title: 'This id belongs to another run of a lab',
    help: 'Ids of runs are made by the browser and are unique; a new one solves it.',
  },
  'lab-run-superseded': {
    status: 409,
    title: 'A later run has the account of this lab',
    help: 'A lab has one account, which the latest run owns. What this run recorded stays; go on in the latest one.',
  },
  'lab-account-gone': {
    status: 409,
    title: 'The account of this run is gone',
    help: 'The sandbox keeps accounts in memory, so a restart loses them. Rebuild the account: it is made anew with your passed steps done, and no credit is taken away.',
  },
  'lab-host-down': {
    status: 503,
    title: 'The sandbox does not run',
    help: 'The sandbox is a process of its own on this machine. Cairn starts it when a lab needs it; the detail says why it could not. What you recorded is safe.',
  },
  'lab-broken': {
    status: 500,
    title: 'The lab itself is at fault',
    help: 'A call that the lab makes by itself was refused, so its account is not as it should be. This is a fault of the lab or of the sandbox, never yours; please report the detail.',
  },
  'lab-step-unreached': {
    status: 409,
    title: 'The account was never at this step',
    help: 'An account is put back to where a step began, and this one has not begun yet. Let Cairn catch you up to it instead.',
  },
  'step-unknown': { status: 404, title: 'The lab has no such step', help: 'GET /api/labs/{lab} lists its steps.' },
  'too-large': { status: 413, title: 'The request is too large', help: 'Send less at once.' },
  'database-unreachable': {
    status: 503,
    title: 'The database does not answer',
    help: 'PostgreSQL does not answer. Cairn keeps trying; what the browser has not yet handed over stays there until it can.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    help: 'This is a fault of Cairn. The log holds the details under the request id; please report it.',
  },
} as const satisfies Record<string, { status: number; title: string; help: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

/** A request that cannot be met. `detail` is one sentence: what is wrong, where, what to do. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: string;

  constructor(kind: ProblemKind, detail: string, options?: ErrorOptions) {
    super(`${PROBLEMS[kind].title}: ${detail}`, options);
    this.kind = kind;
    this.detail = detail;
  }
}

/** RFC 9457 problem details. */
export const ProblemDetails = z
  .strictObject({
    type: z.string().describe('Address of a page about this kind'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().optional().describe('Request id, to find it in the log'),
  })
  .openapi('Problem');
export type ProblemDetails = z.infer<typeof ProblemDetails>;
