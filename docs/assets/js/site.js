// Light or dark: the system's choice unless the reader chose, remembered per browser. Runs before the first paint.
(() => {
  const key = "pp-theme";
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  apply(stored());
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const tell = () => button.setAttribute("aria-pressed", String(dark()));
    const follow = () => {
      if (stored()) apply(stored());
      tell();
    };
    button.hidden = false;
    tell();
    addEventListener("pageshow", follow); // a page that comes back as it was left follows what was chosen since
    addEventListener("storage", follow);
    button.addEventListener("click", () => {
      const theme = dark() ? "light" : "dark";
      apply(theme);
      try { localStorage.setItem(key, theme); } catch { /* private mode: the choice lasts for this page */ }
      tell();
    });
  });
  addEventListener("DOMContentLoaded", () => {
    const more = document.querySelector(".pp-menu");
    if (!more) return;
    addEventListener("click", ({ target }) => { if (!more.contains(target)) more.open = false; });
    more.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !more.open) return;
      more.open = false;
      more.querySelector("summary").focus();
    });
  });
  // On paper: the address with the measures compared, what was searched or the sentence meant, and with the form of its
  // texts where that is not the usual one; and the day. Chinese in it
  // stays legible, so that it can be typed.
  const asked = () => {
    const drawn = document.querySelector("#pp-compare, #pp-search");
    const named = [...new URLSearchParams(drawn ? location.search : "")].filter(([name]) => name !== "form");
    if (root.dataset.form === "received") named.push(["form", "received"]);
    const said = named.map(([name, value]) => `${name}=${value.replace(/[\s%&#+]/g, encodeURIComponent)}`);
    return said.length ? `?${said.join("&")}` : "";
  };
  // A site built without its public address calls itself this machine: then it is where it is served from (shared/permanent.js).
  const canonical = () => {
    const built = document.querySelector('link[rel="canonical"]')?.href;
    const local = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]/.test(built ?? "");
    return local && location.protocol !== "file:" ? location.origin + location.pathname : built;
  };
  let address;
  addEventListener("beforeprint", () => {
    const put = (name, text) => document.querySelectorAll(`[data-print="${name}"]`).forEach((e) => (e.textContent = text));
    address ??= canonical();
    const now = new Date();
    put("day", `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`);
    if (address) put("address", address + asked() + location.hash);
  });
})();
