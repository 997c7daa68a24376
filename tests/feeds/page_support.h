// tests/feeds/page_support.h — pages in the shapes of Swedish authorities' content systems.
// Made up; the markup is what Sitevision, WordPress, EPiServer and a hand write.
#pragma once

#include <string>

namespace fundwatch::feeds {

inline constexpr const char* kPageUrl = "https://www.exempel.se/nyheter/";

inline const std::string kSitevisionPage = R"(<!DOCTYPE html><html lang="sv"><head>
<title>Nyheter - Exempelkommunen</title>
<link rel="alternate" type="application/rss+xml" title="Nyheter" href="/4.1a/12.2b.portlet?state=rss&amp;sv.contenttype=text/xml;charset=UTF-8">
</head><body class="sv-responsive">
<div id="svid10_99" class="sv-layout"><div class="cookie-notice"><p>Vi använder kakor.
<a href="/kakor">Läs mer om kakor på vår webbplats</a></p></div>
<nav><ul><li><a href="/start">Startsidan för kommunen</a></li><li><a href="/bo">Bygga, bo och miljö</a></li>
<li><a href="/omsorg">Omsorg och hjälp åt alla</a></li><li><a href="/skola">Skola och förskola</a></li>
<li><a href="/fritid">Uppleva och göra</a></li></ul></nav></div>
<main><ol class="breadcrumbs"><li><a href="/">Startsida</a></li><li><a href="/nyheter">Nyheter</a></li></ol>
<h1>Nyheter</h1>
<div class="sv-archive-portlet sv-portlet" id="svid12_5"><ul class="sv-channel sv-defaultlist">
<li class="sv-channel-item"><a href="/nyheter/2026/bidrag-till-sociala-foretag.html">Bidrag till sociala företag
<span class="env-assistive-text">Länk till sidan</span></a> <time datetime="2026-11-20T10:15:00+01:00">20 november 2026</time>
<p>Nu kan du söka bidrag. Sista ansökningsdag: 15 januari 2027.</p></li>
<li class="sv-channel-item"><a href="/nyheter/2026/upphandling.html">Ny upphandling av catering</a>
<time datetime="2026-11-18">18 november 2026</time><p>Anbud lämnas i januari.</p></li>
<li class="sv-channel-item"><a href="/nyheter/2026/mote.html">Möte om arbetsintegrering</a>
<time datetime="2026-11-02">2 november 2026</time><p>Välkommen till biblioteket.</p></li>
</ul></div></main>
<footer><ul><li><a href="/kontakt">Kontakta oss i kommunen</a></li><li><a href="/press">Press och media för dig</a></li>
<li><a href="/om">Om webbplatsen och kakor</a></li><li><a href="/larm">Larm och beredskap här</a></li></ul></footer></body></html>)";

inline const std::string kWordPressPage = R"(<html><head><title>Utlysningar</title>
<link rel="alternate" type="application/rss+xml" title="Flöde" href="https://www.exempel.se/feed/" />
<link rel="alternate" type="application/rss+xml" title="Kommentarsflöde" href="https://www.exempel.se/comments/feed/" />
<link rel="alternate" type="application/json+oembed" href="https://www.exempel.se/wp-json/oembed" /></head>
<body class="archive"><div id="page"><header class="site-header"><div class="menu-main"><ul>
<li><a href="/a">Om oss</a></li><li><a href="/b">Kontakt</a></li><li><a href="/c">Stöd</a></li></ul></div></header>
<div id="content"><div class="posts">
<article id="post-11" class="post-11 post type-post category-socialt-foretagande hentry">
<header class="entry-header"><h2 class="entry-title"><a href="https://www.exempel.se/a/">Socialt företagande i länet</a></h2>
<div class="entry-meta">Publicerad <span class="posted-on">12 oktober 2026</span> av Redaktionen</div></header>
<div class="entry-content"><p>Stiftelsen delar ut medel.</p> <a class="more" href="https://www.exempel.se/a/">Läs mer</a></div></article>
<article id="post-10" class="post-10 post type-post category-nyheter hentry">
<header class="entry-header"><h2 class="entry-title"><a href="https://www.exempel.se/b/">Så söker ni pengar</a></h2>
<div class="entry-meta">Publicerad <span class="posted-on">1 oktober 2026</span> av Redaktionen</div></header>
<div class="entry-content"><p>En handledning.</p> <a class="more" href="https://www.exempel.se/b/">Läs mer</a></div></article>
<article id="post-9" class="post-9 post type-post category-nyheter hentry">
<header class="entry-header"><h2 class="entry-title"><a href="https://www.exempel.se/c/">Höstens beslut är klara</a></h2>
<div class="entry-meta">Publicerad <span class="posted-on">30 september 2026</span> av Redaktionen</div></header>
<div class="entry-content"><p>Tolv projekt får stöd.</p> <a class="more" href="https://www.exempel.se/c/">Läs mer</a></div></article>
</div><div class="pagination"><a href="?p=2">2</a><a href="?p=3">3</a><a href="?p=4">4</a></div></div>
<div class="sidebar"><ul><li><a href="/k/1">Kategori nummer ett här</a></li><li><a href="/k/2">Kategori nummer två här</a></li>
<li><a href="/k/3">Kategori nummer tre här</a></li><li><a href="/k/4">Kategori nummer fyra här</a></li></ul></div></div></body></html>)";

inline const std::string kEpiServerPage =
    R"(<html><head><base href="https://www.exempel.se/sv/"></head><body>
<div class="container"><div class="row"><div class="col-md-4 teaser"><a class="card" href="stod/1"><img src="1.jpg">
<h3>Projektmedel</h3><p>För regional utveckling.</p><span class="date">2026-09-01</span></a></div>
<div class="col-md-4 teaser"><a class="card" href="stod/2"><h3>Utvecklingsmedel</h3><p>För social innovation.</p>
<span class="date">2026-09-02</span></a></div></div>
<div class="row"><div class="col-md-4 teaser"><a class="card" href="stod/3"><h3>Startstöd</h3><p>För nya kooperativ.</p>
<span class="date">2026-09-03</span></a></div></div></div></body></html>)";

// Written by hand, with a table.
inline const std::string kTablePage = R"(<html><body><h1>Upphandlingar</h1><table>
<tr><th>Rubrik</th><th>Publicerad</th><th>Sista dag</th></tr>
<tr><td><a href="visa.asp?id=1">Städtjänster, reserverad</a></td><td>2026-10-01</td><td>2026-12-01</td></tr>
<tr><td><a href="visa.asp?id=2">Trädgårdsskötsel i kommunen</a></td><td>2026-10-05</td><td>2026-12-05</td></tr>
<tr><td><a href="visa.asp?id=3">Återbruk av möbler</a></td><td>2026-10-09</td><td>2026-12-09</td></tr></table></body></html>)";

}  // namespace fundwatch::feeds
