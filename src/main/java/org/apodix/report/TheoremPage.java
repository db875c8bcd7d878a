package org.apodix.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apodix.audit.Bites;
import org.apodix.audit.Ladder;
import org.apodix.audit.Paper;
import org.apodix.audit.Parallel;
import org.apodix.audit.Tally;
import org.apodix.audit.Theorem;
import org.apodix.report.figure.FigureView;
import org.apodix.report.figure.Figures;

/** Makes the view of one theorem. */
final class TheoremPage {

    private TheoremPage() { }

    static TheoremView view(Theorem theorem, AuditRecord audit, Ladder ladder, Bites bites) {
        boolean isSelected = theorem.claims().stream().anyMatch(claim -> audit.claims().containsKey(claim.name()));
        return Parallel.both(() -> Parallel.map(theorem.claims(),
                claim -> ClaimPage.view(theorem, claim, audit.claims().get(claim.name()), audit.options().instances(), ladder, bites)),
            () -> isSelected ? figures(theorem) : List.<FigureView>of(), (claims, figures) -> view(theorem, audit, claims, figures));
    }

    private static TheoremView view(Theorem theorem, AuditRecord audit, List<ClaimView> views, List<FigureView> figures) {
        var claims = new ArrayList<ClaimView>();
        ClaimView tightest = null;
        BigDecimal most = null;
        for (int i = 0; i < views.size(); i++) {
            var view = views.get(i);
            var record = audit.claims().get(theorem.claims().get(i).name());
            claims.add(view);
            var size = record == null ? null : tightness(record.tally());
            if (size != null && (most == null || size.compareTo(most) > 0)) {
                most = size;
                tightest = view;
            }
        }
        var tallies = theorem.claims().stream().map(claim -> audit.claims().get(claim.name())).filter(Objects::nonNull)
            .map(ClaimRecord::tally).toList();
        var badges = claims.stream().collect(Collectors.toMap(ClaimView::id, ClaimView::badge));
        var graph = LemmaGraph.of(theorem, badges);
        var paper = theorem.paper();
        return new TheoremView(theorem.id(), Anchor.page(theorem.id()), theorem.title(), Prose.of(theorem.summary()),
            paper.authors(), paper.title(), paper.arxiv().isEmpty() ? "" : "arXiv " + paper.arxiv(), address(paper),
            paper.published(), Count.of(tallies), List.copyOf(claims), theorem.results(), tightest,
            tightest == null ? null : tightest.tightest(), GraphDrawing.of(graph, theorem.id()), graph.tree(), graph.trusted(), constants(theorem),
            figures, !tallies.isEmpty(),
            remarks(theorem), List.copyOf(theorem.plannedClaims()), List.copyOf(theorem.plannedFamilies()));
    }

    private static List<TheoremView.ConstantView> constants(Theorem theorem) {
        return theorem.constants().stream()
            .map(constant -> new TheoremView.ConstantView(constant.tex(), Prose.of(constant.meaning()), constant.fixedBy().words())).toList();
    }

    private static List<FigureView> figures(Theorem theorem) {
        return Parallel.map(theorem.figures(), figure -> Figures.view(theorem.id(), figure));
    }

    private static List<TheoremView.RemarkView> remarks(Theorem theorem) {
        return theorem.beyondThePaper().stream().map(remark -> new TheoremView.RemarkView(Prose.of(remark.text()), remark.claims())).toList();
    }

    /** Compared by the decimal ends of the ledger, as the tally does. */
    private static BigDecimal tightness(Tally tally) {
        var tightest = tally.tightest();
        return tightest == null ? null : new BigDecimal(tightest.verdict().get("tightness").get("lo").textValue());
    }

    private static String address(Paper paper) {
        return paper.arxiv().matches("\\d{4}\\.\\d{4,5}(v\\d+)?") ? "https://arxiv.org/abs/" + paper.arxiv() : "";
    }
}
