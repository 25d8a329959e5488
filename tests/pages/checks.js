// What is wrong with a page, check by check: each gives sentences, none where all is well.
(() => {
  const all = (wanted, from = document) => [...from.querySelectorAll(wanted)];
  const told = (one) => one.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  const text = (one) => (one?.textContent ?? "").replace(/\s+/g, " ").trim();
  const kept = (one) => one.closest("svg") === null || one.matches("svg");
  const style = (one) => getComputedStyle(one);
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const named = (one) => one.getAttribute("aria-label")?.trim()
    || text(document.getElementById(one.getAttribute("aria-labelledby")?.split(" ")[0] ?? "-"))
    || text(one.querySelector(":scope > title"));

  // Of the width of one character or so: a text for those who listen, which nobody sees.
  const forEars = (one) => one.clientWidth <= 2 && style(one).position === "absolute" && style(one).overflow !== "visible";
  const around = (one) => { const found = []; while ((one = one.parentElement)) found.push(one); return found; };
  const scrolls = (one) => ["auto", "scroll"].includes(style(one).overflowX);

  return {
    headings: () => {
      const found = all("h1, h2, h3, h4, h5, h6").filter(shown), levels = found.map((one) => Number(one.tagName[1]));
      const wrong = found.filter((one, at) => levels[at] > (levels[at - 1] ?? 0) + 1).map((one) => `skips a level: ${told(one)}`);
      const first = levels.filter((one) => one === 1).length;
      return [...wrong, ...found.filter((one) => !text(one)).map((one) => `is empty: ${told(one)}`), ...(first === 1 ? [] : [`${first} h1`])];
    },
    document: () => {
      const lang = document.documentElement.lang, wrong = [];
      if (!["nb", "en"].includes(lang)) wrong.push(`lang is ${lang}`);
      if (!document.title.trim()) wrong.push("no title");
      if (document.compatMode !== "CSS1Compat") wrong.push("no doctype");
      const view = document.querySelector("meta[name=viewport]")?.content ?? "";
      if (!view.includes("width=device-width") || /user-scalable|maximum-scale/.test(view)) wrong.push(`viewport: ${view}`);
      const ids = all("[id]").map((one) => one.id), twice = ids.filter((one, at) => ids.indexOf(one) !== at);
      const missing = all("a[href^='#']").map((one) => one.hash.slice(1)).filter((one) => !document.getElementById(decodeURIComponent(one)));
      return [...wrong, ...twice.map((one) => `id ${one} twice`), ...missing.map((one) => `no #${one}`)];
    },
    pictures: () => [
      ...all("img").filter((one) => !one.hasAttribute("alt")).map((one) => `no alt: ${told(one)}`),
      ...all("svg:not(svg svg)").filter((one) => one.closest("[aria-hidden=true]") === null
        && !(one.getAttribute("role") === "img" && named(one))).map((one) => `no role or name: ${told(one)}`),
    ],
    tables: () => all("table").flatMap((one) => [
      ...(text(one.caption) ? [] : [`no caption: ${told(one)}`]),
      ...(one.querySelector("th[scope=row], th[scope=col]") ? [] : [`no headings: ${told(one)}`]),
      ...all("th", one).filter((head) => !["row", "col", "rowgroup", "colgroup"].includes(head.scope)).map((head) => `no scope: ${told(head)}`),
      ...all("th", one).filter((head) => !text(head)).map((head) => `says nothing: ${told(head)}`),
    ]),
    sideways: () => {
      const wide = innerWidth, root = document.documentElement, wrong = [];
      if (root.scrollWidth > wide) wrong.push(`the page is ${root.scrollWidth} wide, of ${wide}`);
      for (const one of all("body *").filter(kept).filter(shown)) {
        const box = one.getBoundingClientRect();
        if (scrolls(one)) {
          if (one.scrollWidth > one.clientWidth + 1 && (one.tabIndex < 0 || !named(one))) wrong.push(`scrolls, but not by keys or without a name: ${told(one)}`);
        } else if (style(one).overflowX !== "visible" && !forEars(one) && one.scrollWidth > one.clientWidth + 1) {
          wrong.push(`is cut: ${told(one)}`);
        }
        const out = (box.right > wide + 0.5 || box.left < -0.5) && box.right > 0 && box.width > 0;
        if (out && !around(one).some((it) => scrolls(it) || forEars(it))) wrong.push(`from ${box.left} to ${box.right} of ${wide}: ${told(one)}`);
      }
      return wrong;
    },
    breaking: () => all("tr, figure, svg:not(svg svg)").filter((one) => kept(one) && shown(one))
      .filter((one) => style(one).breakInside !== "avoid" && !around(one).some((it) => style(it).breakInside === "avoid"))
      .map((one) => `may be cut: ${told(one)}`),
    bidi: () => {
      const turned = /[\u0590-\u08ff]/, straight = /[\p{Script=Latin}\d]/u, apart = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;
      return all("body *").filter((one) => kept(one) && !one.closest("script, style")).filter((one) => {
        const own = [...one.childNodes].map((it) => it.nodeType === Node.TEXT_NODE ? it.data : it.tagName === "WBR" ? "" : "|");
        let rest = own.join(""), before;
        do { before = rest; rest = rest.replace(apart, ""); } while (rest !== before);
        return rest.split("|").some((it) => turned.test(it) && straight.test(it));
      }).map((one) => `is not isolated: ${told(one)}`);
    },
    focusable: () => all("a[href], button, input, select, textarea, summary, [tabindex]").filter((one) => shown(one) && one.tabIndex >= 0 && !one.disabled).map(told),
    focused: () => {
      const one = document.activeElement;
      if (one === null || one === document.body) return null;
      const box = one.getBoundingClientRect(), looks = style(one);
      const outlined = looks.outlineStyle !== "none" && parseFloat(looks.outlineWidth) >= 2 && looks.outlineColor !== "rgba(0, 0, 0, 0)";
      const there = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
      const skips = one.hash !== undefined && one.hash.slice(1) === document.querySelector("main")?.id;
      return { told: told(one), skips, outlined: outlined || looks.boxShadow !== "none", there };
    },
    rows: () => all("tr").filter(shown).map((row) => [...row.cells].map(text).filter(Boolean)),
    lines: () => all("h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, th, td, figcaption").map(text).filter(Boolean),
  };
})()
