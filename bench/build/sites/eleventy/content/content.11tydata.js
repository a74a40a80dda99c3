const two = (number) => String(number).padStart(2, "0");

export default {
  layout: "story.njk",
  permalink: ({ page }) => `${page.date.getUTCFullYear()}/${two(page.date.getUTCMonth() + 1)}/${page.fileSlug}.html`,
};
