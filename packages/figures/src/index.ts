export type { Figure, FigureParams, FigureReading } from './figure.ts';
export { FIGURE_IDS, FIGURES, type FigureId, isFigureId, readFigure } from './registry.ts';
