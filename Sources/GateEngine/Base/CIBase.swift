/// The base of the change that a CI service builds, from the variables it documents. A build of a
/// branch that is nobody's change request has none.
enum CIBase {
  static func find(_ environment: (String) -> String?) -> BaseRequest? {
    func said(_ name: String) -> String? { BaseRequest.said(environment, name) }
    // docs.github.com/actions/reference/workflows-and-actions/variables: set for pull requests.
    if said("GITHUB_ACTIONS") != nil {
      return said("GITHUB_BASE_REF").map { branch($0, "GitHub Actions") }
    }
    // docs.gitlab.com/ci/variables/predefined_variables: merge request pipelines only.
    if said("GITLAB_CI") != nil {
      return said("CI_MERGE_REQUEST_TARGET_BRANCH_NAME").map { branch($0, "GitLab CI") }
    }
    // learn.microsoft.com/azure/devops/pipelines/build/variables: `refs/heads/main`.
    if said("TF_BUILD") != nil {
      return said("SYSTEM_PULLREQUEST_TARGETBRANCH").map { branch($0, "Azure Pipelines") }
    }
    // support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets.
    if said("BITBUCKET_BUILD_NUMBER") != nil {
      return said("BITBUCKET_PR_DESTINATION_BRANCH").map { branch($0, "Bitbucket Pipelines") }
    }
    // buildkite.com/docs/pipelines/configure/environment-variables: empty outside pull requests.
    if said("BUILDKITE") != nil {
      return said("BUILDKITE_PULL_REQUEST_BASE_BRANCH").map { branch($0, "Buildkite") }
    }
    // circleci.com/docs/variables says that there is a pull request and not against what: its
    // base is the default branch as far as anybody can tell.
    if said("CIRCLECI") != nil {
      return said("CIRCLE_PULL_REQUEST").map { _ in
        BaseRequest(reference: "refs/remotes/origin/HEAD", source: "CircleCI")
      }
    }
    // jenkins.io/doc/book/pipeline/multibranch: set for change requests.
    if said("JENKINS_URL") != nil { return said("CHANGE_TARGET").map { branch($0, "Jenkins") } }
    return nil
  }

  private static func branch(_ name: String, _ service: String) -> BaseRequest {
    let heads = "refs/heads/"
    let bare = name.hasPrefix(heads) ? String(name.dropFirst(heads.count)) : name
    return BaseRequest(
      reference: "refs/remotes/origin/" + bare, source: service, branch: bare)
  }
}
