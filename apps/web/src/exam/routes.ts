export const examRoutes = [] as const;
