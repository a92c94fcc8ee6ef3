import {
  type CardForecast,
  type CardOverview,
  type CardPage,
  type CardQueue,
  type CardsImported,
  Problem,
  type PutOwnCard,
  type ReviewsTaken,
  type SentReview,
  type StudyCard,
  type StudySettings,
  type StudySettingsShown,
} from '@cairn/contract';
import { addDays, type Instant } from '@cairn/kernel';
import { forecast, timeZoneFault } from '@cairn/scheduling';
import { getExam } from '../exam/library.ts';
import { type ExchangeDeps, exportDeck, importDeck } from './anki-exchange.ts';
import { type BrowseRequest, browse } from './browse.ts';
import type { DeckCard } from './deck.ts';
import type { Fitting } from './fitting.ts';
import { decksOf } from './overview.ts';
import { draftFromItem, saveOwnCard } from './own-cards.ts';
import { countsOf, type Pick, pickCards } from './pick.ts';
import { isUuid, takeReviews, unknownCard } from './reviewing.ts';
import { cardsShown } from './showing.ts';
import { type StudyTime, studyTime } from './study-time.ts';

export type CardDeps = ExchangeDeps & { readonly fitting: { readonly consider: Fitting['consider'] } };

export type QueueAsked = {
  readonly exam?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly limit: number;
  readonly beyond?: 'true' | undefined;
};

const RETENTION_MILLISECONDS = 30 * 86_400_000;

/** Cards of one learner: what comes next, what was answered, and the cards they write. */
export class CardService {
  readonly #deps: CardDeps;

  constructor(deps: CardDeps) {
    this.#deps = deps;
  }

  async queue({ exam, timeZone, limit, beyond }: QueueAsked): Promise<CardQueue> {
    const bank = this.#bank(exam);
    const [time, deck] = await Promise.all([studyTime(this.#deps, timeZone), this.#deck(bank)]);
    const { pick, done } = await this.#pick(deck, time, beyond === 'true');
    const entries = pick.entries.slice(0, limit);
    const shown = await cardsShown(
      this.#deps,
      entries.map(({ card }) => card),
    );
    const reasons = new Map(entries.map(({ card, reason }) => [card.id, reason]));
    const outlook = bank === undefined ? undefined : pick.outlooks[0];
    return {
      cards: shown.map((card) => ({ ...card, reason: reasons.get(card.id) ?? 'due' })),
      counts: countsOf(pick, done),
      nextDueAt: pick.nextDueAt ?? null,
      examDay: outlook ?? null,
      parameters: { ...time.parameters, weights: [...time.parameters.weights] },
      now: time.day.now,
    };
  }

  /** Cards and minutes that today still holds. */
  async today(timeZone?: string): Promise<{ count: number; minutes: number }> {
    const [time, deck] = await Promise.all([studyTime(this.#deps, timeZone), this.#deck(undefined)]);
    const { pick, done } = await this.#pick(deck, time, false);
    const { left, minutesLeft } = countsOf(pick, done);
    return { count: left, minutes: Math.ceil(minutesLeft) };
  }

  async take(reviews: readonly SentReview[]): Promise<ReviewsTaken> {
    const taken = await takeReviews(this.#deps, reviews);
    this.#deps.fitting.consider(this.#deps.learnerId);
    return taken;
  }

  async overview(timeZone?: string): Promise<CardOverview> {
    const { reviews, learnerId } = this.#deps;
    const [time, deck] = await Promise.all([studyTime(this.#deps, timeZone), this.#deck(undefined)]);
    const [{ pick, done }, retention] = await Promise.all([
      this.#pick(deck, time, false),
      reviews.retentionSince(learnerId, (time.day.now - RETENTION_MILLISECONDS) as Instant),
    ]);
    return {
      decks: decksOf(deck, this.#deps.library, time),
      counts: countsOf(pick, done),
      nextDueAt: pick.nextDueAt ?? null,
      retention,
    };
  }

  async forecast(exam: string | undefined, days: number, timeZone?: string): Promise<CardForecast> {
    const [time, deck] = await Promise.all([studyTime(this.#deps, timeZone), this.#deck(this.#bank(exam))]);
    const { day, settings, parameters } = time;
    const ahead = forecast(
      deck.filter(({ isSuspended }) => !isSuspended),
      { day, days, newCardsADay: settings.newCardsADay, parameters },
    );
    return { days: ahead.map((load, i) => ({ day: addDays(day.day, i), ...load })) };
  }

  async browse(asked: BrowseRequest & { readonly timeZone?: string | undefined }): Promise<CardPage> {
    const [time, deck] = await Promise.all([studyTime(this.#deps, asked.timeZone), this.#deck(this.#bank(asked.exam))]);
    return browse(this.#deps, deck, asked, time.day.endsAt);
  }

  async putOwn(id: string, card: PutOwnCard): Promise<StudyCard> {
    await saveOwnCard(this.#deps, id, card);
    this.#deps.decks.forget(this.#deps.learnerId);
    const deck = (await this.#deck(undefined)).filter((one) => one.id === id);
    const [shown] = await cardsShown(this.#deps, deck);
    if (shown === undefined) throw unknownCard(id);
    return shown;
  }

  async removeOwn(id: string): Promise<void> {
    const { deck, decks, learnerId, clock } = this.#deps;
    await deck.removeOwn(learnerId, id, clock.now());
    decks.forget(learnerId);
  }

  async suspend(cardIds: readonly string[], isSuspended: boolean): Promise<void> {
    await this.#expectAll(cardIds);
    const { deck, decks, learnerId, clock } = this.#deps;
    await deck.suspend(learnerId, [...new Set(cardIds)], isSuspended, clock.now());
    decks.forget(learnerId);
  }

  async reset(cardIds: readonly string[]): Promise<void> {
    await this.#expectAll(cardIds);
    const { deck, decks, reviews, learnerId, clock } = this.#deps;
    await reviews.locked(learnerId, (on) => deck.reset(on, learnerId, [...new Set(cardIds)], clock.now()));
    decks.forget(learnerId);
  }

  exported(exam: string | undefined): Promise<Uint8Array> {
    return exportDeck(this.#deps, exam);
  }

  imported(bytes: Uint8Array, exam: string | undefined): Promise<CardsImported> {
    return importDeck(this.#deps, bytes, exam);
  }

  draft(attemptId: string, slot: string) {
    return draftFromItem(this.#deps, attemptId, slot);
  }

  async settings(): Promise<StudySettingsShown> {
    const { settings, plannedDays, fitted } = await studyTime(this.#deps);
    return {
      settings,
      examDays: { ...plannedDays },
      fitted: fitted ? { at: fitted.at, reviews: fitted.reviews } : null,
    };
  }

  async putSettings(settings: StudySettings): Promise<StudySettingsShown> {
    const fault = timeZoneFault(settings.timeZone);
    if (fault) throw new Problem('time-zone-unknown', fault);
    const examDays = Object.fromEntries(
      Object.entries(settings.examDays).map(([exam, day]) => [getExam(this.#deps.library, exam).profile.id, day]),
    );
    await this.#deps.settings.save(this.#deps.learnerId, { ...settings, examDays }, this.#deps.clock.now());
    return this.settings();
  }

  #bank(exam: string | undefined): string | undefined {
    return exam === undefined ? undefined : getExam(this.#deps.library, exam).profile.id;
  }

  async #deck(exam: string | undefined): Promise<readonly DeckCard[]> {
    const cards = await this.#deps.decks.deck(this.#deps.learnerId);
    return exam === undefined ? cards : cards.filter((card) => card.exam === exam);
  }

  async #pick(deck: readonly DeckCard[], time: StudyTime, isBeyond: boolean) {
    const done = await this.#deps.reviews.doneSince(this.#deps.learnerId, time.day.startsAt);
    const { newCardsADay, minutesADay } = time.settings;
    const { day, parameters, examDays } = time;
    const pick: Pick = pickCards(deck, { day, parameters, newCardsADay, minutesADay, done, examDays, isBeyond });
    return { pick, done };
  }

  async #expectAll(cardIds: readonly string[]): Promise<void> {
    const { deck, learnerId, learning } = this.#deps;
    const own = cardIds.filter((id) => !learning.cards.has(id));
    const known = await deck.knownIds(learnerId, own.filter(isUuid));
    const missing = own.find((id) => !known.has(id));
    if (missing !== undefined) throw unknownCard(missing);
  }
}
