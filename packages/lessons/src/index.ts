export { Card, CardsFile, cardIdOf } from './card.ts';
export {
  type DiagramLayout,
  type DiagramPoint,
  type DiagramRect,
  layoutDiagram,
} from './diagram/layout.ts';
export {
  DIAGRAM_LIMITS,
  type Diagram,
  type DiagramArrow,
  type DiagramBox,
  type DiagramGroup,
  type ParsedDiagram,
  parseDiagram,
} from './diagram/parse.ts';
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
export { ServiceNeed, ServicesFile, SheetFile } from './sheet.ts';
