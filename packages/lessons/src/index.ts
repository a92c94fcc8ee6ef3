export { Card, CardsFile, cardIdOf } from './card.ts';
export {
  FigureBlock,
  LESSON_PARTS,
  type Lesson,
  type LessonBlock,
  LessonHead,
  type LessonPart,
  type LessonPartId,
} from './lesson.ts';
export { type LessonFault, type ParsedLesson, parseLesson } from './parse-lesson.ts';
