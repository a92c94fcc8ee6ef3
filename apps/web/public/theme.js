// Runs before the first paint, so that a dark page never flashes light. The switch in the top bar writes the choice.
(() => {
  let choice = 'system';
  try {
    choice = localStorage.getItem('cairn-theme') ?? 'system';
  } catch {
    // Storage is refused in some private windows; the system's theme is then the answer.
  }
  const isDark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
