"use strict";
// Long tables can be filtered and sorted; without this, all of them stands there all the same.
(() => {
  const told = document.currentScript.dataset;
  const byOf = (cell) => cell.dataset.by ?? cell.textContent;
  const compare = (one, other) => {
    const [a, b] = [byOf(one), byOf(other)];
    if (a === "" || b === "") return (a === "") - (b === "");
    const numbers = [Number(a), Number(b)];
    return numbers.some(Number.isNaN) ? a.localeCompare(b, document.documentElement.lang, { numeric: true }) : numbers[0] - numbers[1];
  };
  for (const table of document.querySelectorAll("table[data-long]")) {
    const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.setAttribute("aria-label", told.sort.replace("%s", () => head.textContent));
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sorted = rows.toSorted((one, other) => compare(one.cells[place], other.cells[place]));
        body.append(...(down ? sorted.reverse() : sorted));
      });
      head.replaceChildren(button);
    });
    const label = document.createElement("label"), input = document.createElement("input");
    const left = document.createElement("span");
    label.className = "filter";
    left.setAttribute("role", "status");
    label.append(told.filter + " ", input, " ", left);
    input.type = "search";
    input.addEventListener("input", () => {
      const wanted = input.value.toLocaleLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
      const count = rows.filter((row) => !row.hidden).length;
      left.textContent = wanted ? told.left.replace("%s", count).replace("%t", rows.length) : "";
    });
    table.before(label);
  }
})();
