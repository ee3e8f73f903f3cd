// Colours by the ground they stand on: Okabe-Ito, some darkened or lightened until they read (contrast 4.5 and up).
const LIGHT = {
  ground: "#FCFBF8", ink: "#1B2430", soft: "#4A5563", box: "#FFFFFF", shadow: "rgba(20, 30, 40, .18)",
  zone: { organisations: "#E3EDF5", politics: "#F4E5EE", citizens: "#FAEFD9", table: "#D8EFE6" },
  edge: { organisations: "#4F86B0", politics: "#A86A93", citizens: "#A87412", table: "#006B50" },
  for: "#0072B2", against: "#B34700", onTable: "#FFFFFF", primary: "#005B8F",
  tile: { seated: "#00785A", citizens: "#E69F00", own_organisation: "#0072B2", other_organisation: "#56B4E9", political_authority: "#CC79A7", professional: "#1B2430" },
  letter: { seated: "#FFFFFF", citizens: "#1B2430", own_organisation: "#FFFFFF", other_organisation: "#1B2430", political_authority: "#1B2430", professional: "#FFFFFF" },
}
const DARK = {
  ground: "#14191F", ink: "#F2F4F6", soft: "#BCC6D0", box: "#0E1216", shadow: "rgba(0, 0, 0, .5)",
  zone: { organisations: "#1B2B39", politics: "#33232D", citizens: "#332A18", table: "#143428" },
  edge: { organisations: "#5C8FB6", politics: "#B4789D", citizens: "#B78C3A", table: "#2FC29A" },
  for: "#56B4E9", against: "#F08A4B", onTable: "#101418", primary: "#6FB9E8",
  tile: { seated: "#2FC29A", citizens: "#E69F00", own_organisation: "#4BA3DB", other_organisation: "#9AD3F5", political_authority: "#E29AC2", professional: "#F2F4F6" },
  letter: { seated: "#101418", citizens: "#101418", own_organisation: "#101418", other_organisation: "#101418", political_authority: "#101418", professional: "#101418" },
}

function paletteOn(element) {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color").trim()
  const probe = document.createElement("canvas").getContext("2d")
  probe.fillStyle = "#ffffff"
  probe.fillStyle = ground || "#ffffff"
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(probe.fillStyle.slice(at, at + 2), 16))
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? DARK : LIGHT
}
