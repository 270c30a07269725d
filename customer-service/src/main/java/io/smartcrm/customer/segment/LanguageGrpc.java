package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.Filter;
import io.smartcrm.customer.segmentlanguage.Operator;
import io.smartcrm.customer.segmentlanguage.Reading;
import io.smartcrm.customer.segmentlanguage.Term;
import io.smartcrm.proto.customer.v1.CheckSegmentResponse;
import io.smartcrm.proto.customer.v1.ExplainSegmentMembershipResponse;
import io.smartcrm.proto.customer.v1.ListSegmentTermsResponse;
import java.util.Arrays;

/** What the language says of definitions, as messages. */
final class LanguageGrpc {
    private LanguageGrpc() {}

    static CheckSegmentResponse response(Reading reading) {
        var response = CheckSegmentResponse.newBuilder();
        reading.problems()
                .forEach(problem -> response.addProblemsBuilder()
                        .setLine(problem.position().line())
                        .setColumn(problem.position().column())
                        .setMessage(problem.message())
                        .setSuggestion(problem.suggestion()));
        reading.segment()
                .ifPresent(segment -> response.setFormatted(segment.text())
                        .setCost(segment.cost())
                        .setChangesByTime(segment.changesByTime()));
        return response.build();
    }

    static ExplainSegmentMembershipResponse response(Explanation explanation) {
        var response = ExplainSegmentMembershipResponse.newBuilder()
                .setMember(explanation.member())
                .setFulfilled(explanation.fulfilled())
                .setDefinition(explanation.definition());
        explanation
                .findings()
                .forEach(finding -> response.addClausesBuilder()
                        .setText(finding.clause().source().toString())
                        .setLine(finding.clause().source().position().line())
                        .setColumn(finding.clause().source().position().column())
                        .setFulfilled(finding.fulfilled())
                        .setValue(finding.value()));
        return response.build();
    }

    static ListSegmentTermsResponse terms() {
        var response = ListSegmentTermsResponse.newBuilder();
        for (Term term : Term.values()) {
            var message = response.addTermsBuilder()
                    .setName(term.label())
                    .setType(term.type().name())
                    .setDescription(term.description())
                    .addAllOperators(
                            term.type().operators().stream().map(Operator::text).toList());
            if (term.windowed()) {
                message.addArguments("last");
            }
            Arrays.stream(Filter.values())
                    .filter(term::takes)
                    .map(Filter::label)
                    .forEach(message::addArguments);
        }
        return response.build();
    }
}
