export { type Assembly, assembleForm, type FormRequest } from './assembly/assemble.ts';
export { largestRemainder, type Quota, quotasOf } from './assembly/quota.ts';
export { type Bank, type BankSummary, summarizeBank } from './bank-summary.ts';
export { chanceOf, possibleOf } from './chance.ts';
export { Domain, Form, FormScope, Section, Slot } from './form.ts';
export { Item, ItemId, ItemSource, TaskId } from './item.ts';
export { type CountableQuestion, domainOf, domainOfTask, leadingTask, questionsOf } from './item-questions.ts';
export { ExamProfile, Fact, navigationOf, type Scale, type SectionKind, type SectionLock } from './profile.ts';
export type { DomainReport } from './report/domains.ts';
export { parametersOf } from './report/grading.ts';
export type { NextStep } from './report/next-steps.ts';
export { type AttemptScope, type QuestionReport, type Report, reportOf } from './report/report.ts';
export { type Change, type Rescored, rescore } from './report/rescore.ts';
export { type Anchors, anchorsOf, scaledEstimate } from './report/scaling.ts';
export type { Band, Verdict } from './report/standing.ts';
export { type Applied, applyEvent, foldEvents } from './session/apply.ts';
export type {
  CandidateEvent,
  Received,
  Rejected,
  RejectionReason,
  ServerEvent,
  SessionEvent,
} from './session/event.ts';
export {
  answeredSlots,
  clockOf,
  type Feedback,
  feedbackOf,
  type PublishedSection,
  type PublishedSession,
  type PublishedSlot,
  publishSession,
  type SessionClock,
  type SlotState,
} from './session/publish.ts';
export {
  type Mode,
  type OverReason,
  progressOf,
  type Session,
  type SlotProgress,
  type Start,
  startSession,
  type Timing,
} from './session/session.ts';
export { deadlineOf, GRACE_SECONDS, isOverdue, limitSecondsOf, remainingSeconds, usedSeconds } from './session/time.ts';
export { findPlace, type Place, slotsOf } from './slots.ts';
export { type Solved, solveBank } from './solve/solve-bank.ts';
export { STRATEGIES, type Strategy, TEST_WISE } from './solve/strategy.ts';
